# frozen_string_literal: true

require_relative 'text'

module InvokeLocalRuntime
  # An error as the caller gets it.
  class ErrorReport
    # The errors that Lambda's metrics name by their class. All others are the user's.
    NAMED = %w[
      ArgumentError Exception LoadError NameError NoMethodError StandardError SystemExit SystemStackError
    ].freeze
    MAX_FRAMES = 100

    # The error type for the header.
    attr_reader :header_type

    # `phase` is Lambda's prefix for the class: `Init`, `Function`, or `Runtime` for anything else.
    def initialize(error, phase)
      error_class = error.class.to_s
      @type = "#{phase}<#{error_class}>"
      @header_type = NAMED.include?(error_class) ? @type : 'Function<UserException>'
      @message = Text.utf8(message_of(error))
      @stack_trace = stack_trace_of(error)
    end

    def to_h
      { errorMessage: @message, errorType: @type, stackTrace: @stack_trace }
    end

    def to_json(*)
      JSON.generate(to_h)
    end

    private

    def message_of(error)
      error.message
    rescue StandardError
      "(the error's own message can't be had)"
    end

    # Empty if the error was raised with a trace of its own: Lambda reads the locations, which such an error lacks.
    def stack_trace_of(error)
      frames = (error.backtrace_locations || []).reject { |frame| own?(frame) }
      frames.first(MAX_FRAMES).map { |frame| Text.utf8(frame) }
    rescue StandardError
      []
    end

    def own?(frame)
      frame.path.to_s.start_with?(*OWN_FILES)
    end

    OWN_FILES = [File.join(__dir__, ''), File.expand_path('../bootstrap.rb', __dir__)].freeze
    private_constant :OWN_FILES
  end
end
