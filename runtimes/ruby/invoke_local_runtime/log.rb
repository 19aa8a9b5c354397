# frozen_string_literal: true

module InvokeLocalRuntime
  # The function's log: what `puts`, the loggers and the runtime itself write.
  #
  # In Lambda it is a channel of its own beside standard output, and what user code does with `$stdout` does not reach it.
  # Here both lead to the same place.
  module Log
    @stream = STDOUT.dup
    @stream.binmode
    @stream.sync = true

    class << self
      # The id of the invocation that is going on; nil before the first.
      attr_accessor :request_id

      # Writes text as it is, at once.
      def write(text)
        @stream.write(text)
      rescue IOError, SystemCallError
        0 # User code may have closed every file there is.
      end

      # Writes an error as the caller gets it, under a line that says where it came from.
      def write_error(message, report)
        write("#{message}\n#{JSON.pretty_generate(report.to_h)}\n")
      end

      # Sends what user code left in the buffer of a standard output that it made a buffered one.
      def flush_standard_output
        STDOUT.flush
      rescue IOError, SystemCallError
        nil
      end

      # Gives `puts` to the log, as Lambda does: whatever `$stdout` is, one write a call, and UTF-8 only, so that a binary
      # string raises. Like there it is public, a method of every object.
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
