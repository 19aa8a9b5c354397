# frozen_string_literal: true

require_relative 'error_report'
require_relative 'handler_name'
require_relative 'lambda_context'
require_relative 'loaded_files'
require_relative 'marshaller'
require_relative 'runtime_client'

module InvokeLocalRuntime
  # The life of a function: its file is loaded once, then its handler is called for each event.
  class Runtime
    # The statuses with which Lambda's runtime exits.
    AFTER_CRITICAL_ERROR = 255
    AFTER_RUNTIME_ERROR = 254
    AFTER_INIT_ERROR = 252

    def initialize(client)
      @client = client
      @owner = Process.pid
      @exit_status = nil
    end

    # Returns the exit status after the errors that end Lambda's runtime too: any failure to load the file, and errors
    # of the handler that are no StandardError (an exit, a stack overflow) or are a NameError (a missing name or
    # method).
    def run
      $LOAD_PATH.unshift(Dir.pwd) unless $LOAD_PATH.include?(Dir.pwd)
      @handler = HandlerName.new(ENV['_HANDLER'].to_s)
      require in_layers(@handler.file)
      serve until @exit_status
      @exit_status
    rescue ConnectionLost
      raise
    rescue Exception => e
      fail_initialisation(e)
    end

    private

    # Finds a layer's file, named `/opt/...`, where the layers are here. The function does not see the variable with
    # their folder.
    def in_layers(file)
      layers = ENV.delete('INVOKE_LOCAL_OPT')
      placed = layers && file.sub(%r{\A/opt(?=/)}, layers)
      placed && File.exist?("#{placed}.rb") ? placed : file
    end

    # For Lambda, errors while no handler runs and errors of reading an event are failures to initialise too. They come
    # too late to be reported, so the caller gets only the exit status.
    def fail_initialisation(error)
      report = ErrorReport.new(error, 'Init')
      write_error('Init error when loading handler ', report)
      @client.post_init_error(report)
      AFTER_INIT_ERROR
    end

    def serve
      request = next_request or return
      @request_id = Log.request_id = request['Lambda-Runtime-Aws-Request-Id']
      ENV['_X_AMZN_TRACE_ID'] = request['Lambda-Runtime-Trace-Id'] # nil deletes the variable.
      event = AwsLambda::Marshaller.marshall_request(request)
      invoke(event, LambdaContext.new(request))
    end

    def next_request
      # A process that the handler forked, and that returned from the handler, must not get events.
      return @client.next_invocation(@request_id ? LoadedFiles.new_files : '') if Process.pid == @owner

      @exit_status = 0
      nil
    rescue SignalException
      @exit_status = 0
      nil
    end

    def invoke(event, context)
      answer, content_type = AwsLambda::Marshaller.marshall_response(@handler.call(event, context))
    rescue NameError => e
      fail_critically(e)
    rescue StandardError => e
      post_error('Error raised from handler method', e)
    rescue Exception => e
      fail_critically(e)
    else
      respond(answer, content_type)
    end

    def fail_critically(error)
      post_error('Critical exception from handler', error)
      @exit_status = AFTER_CRITICAL_ERROR
    end

    def post_error(message, error)
      report = ErrorReport.new(error, 'Function')
      write_error(message, report)
      @client.post_error(@request_id, report)
    end

    def respond(answer, content_type)
      body = content_type == 'application/unknown' ? answer.read : answer
      bytes = body.nil? ? '' : body.b
    rescue StandardError => e
      @client.post_error(@request_id, ErrorReport.new(e, 'Runtime'))
      @exit_status = AFTER_RUNTIME_ERROR
    else
      Log.flush_standard_output
      @client.post_response(@request_id, bytes, content_type || 'application/json')
    end

    # If user code has broken the log, the caller still gets the error.
    def write_error(message, report)
      Log.flush_standard_output
      Log.write_error(message, report)
    rescue StandardError
      nil
    end
  end
end
