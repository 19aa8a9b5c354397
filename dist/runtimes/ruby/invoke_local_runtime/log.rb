# frozen_string_literal: true

module InvokeLocalRuntime
  # The function's log: what `puts`, the loggers and the runtime itself write. In Lambda it is a channel separate from
  # standard output, so that user code's changes to `$stdout` do not affect it. Here both lead to the same place.
  module Log
    @stream = STDOUT.dup
    @stream.binmode
    @stream.sync = true

    class << self
      # The id of the current invocation; nil before the first one.
      attr_accessor :request_id

      # Writes text unchanged, at once.
      def write(text)
        @stream.write(text)
      rescue IOError, SystemCallError
        0 # User code may have closed every file there is.
      end

      # Writes an error as the caller gets it, below a line that says where it came from.
      def write_error(message, report)
        write("#{message}\n#{JSON.pretty_generate(report.to_h)}\n")
      end

      # Flushes standard output, in case user code made it buffered.
      def flush_standard_output
        STDOUT.flush
      rescue IOError, SystemCallError
        nil
      end

      # Makes `puts` write to the log, as Lambda does: whatever `$stdout` is, with one write per call, and in UTF-8
      # only, so that a binary string raises. As in Lambda, it is a public method of every object.
      def take_over_puts
        Kernel.module_eval do
          def puts(*lines)
            text = lines.flatten.map { |line| line.to_s.encode(Encoding::UTF_8) }.join("\n")
            InvokeLocalRuntime::Log.write(text[-1] == "\n" ? text : "#{text}\n")
            nil
          end
        end
      end
    end
  end
end
