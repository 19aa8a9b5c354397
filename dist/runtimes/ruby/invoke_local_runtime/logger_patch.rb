# frozen_string_literal: true

require_relative 'log_formatters'

module InvokeLocalRuntime
  # Makes loggers for standard output, standard error or nowhere write to the log, with Lambda's format and level unless
  # they have their own. All other loggers are left alone.
  module LoggerPatch
    LEVELS = {
      'TRACE' => Logger::DEBUG,
      'DEBUG' => Logger::DEBUG,
      'INFO' => Logger::INFO,
      'WARN' => Logger::WARN,
      'ERROR' => Logger::ERROR,
      'FATAL' => Logger::FATAL
    }.freeze

    # The objects that a logger accepts as a file.
    module Device
      def self.write(text)
        Log.write(text)
      end

      def self.close; end
    end

    def initialize(logdev, *rotation, **options)
      if !logdev || logdev == $stdout || logdev == $stderr
        logdev = Device
        is_json = ENV['AWS_LAMBDA_LOG_FORMAT'].to_s.casecmp?('JSON')
        options[:formatter] ||= is_json ? JsonLogFormatter.new : TextLogFormatter.new
        level = LEVELS[ENV['AWS_LAMBDA_LOG_LEVEL'].to_s.upcase]
        options[:level] = level if level && !options.key?(:level)
      end
      super(logdev, *rotation, **options)
    end
  end
end
