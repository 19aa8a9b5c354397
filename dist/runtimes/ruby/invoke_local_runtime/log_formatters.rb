# frozen_string_literal: true

module InvokeLocalRuntime
  # `I, [2026-01-31T12:00:00.123456 #42]  INFO 8f507cfc-… -- program: message`
  class TextLogFormatter < Logger::Formatter
    def call(severity, time, progname, message)
      place = "#{severity[0]}, [#{format_datetime(time).rstrip} ##{Process.pid}] #{severity.rjust(5)}"
      Text.utf8("#{place} #{Log.request_id} -- #{progname}: #{msg2str(message)}\n")
    end
  end

  # One JSON object a line, with the names that the developer guide gives ("Log and monitor Ruby Lambda functions").
  class JsonLogFormatter < Logger::Formatter
    def call(severity, time, progname, message)
      entry = {
        timestamp: time.getutc.strftime('%Y-%m-%dT%H:%M:%S.%6NZ'),
        level: severity,
        message: Text.utf8(message.is_a?(Exception) ? message.message : msg2str(message)),
        requestId: Log.request_id,
        logger: progname.to_s.empty? ? nil : Text.utf8(progname)
      }
      entry.update(members_of(message)) if message.is_a?(Exception)
      "#{JSON.generate(entry.compact)}\n"
    end

    private

    def members_of(error)
      trace = Array(error.backtrace).map { |line| Text.utf8(line) }
      {
        errorType: error.class.to_s,
        errorMessage: Text.utf8(error.message),
        stackTrace: trace,
        location: trace.empty? ? nil : location_of(trace.first)
      }
    end

    # `/var/task/app.rb:3:in 'work'` becomes `/var/task/app.rb:work:3`.
    def location_of(frame)
      match = /\A(?<file>.+):(?<line>\d+):in [`'](?<method>.+)'\z/.match(frame)
      match ? "#{match[:file]}:#{match[:method]}:#{match[:line]}" : frame
    end
  end
end
