# frozen_string_literal: true

require_relative 'interpreter'

# The part between the Runtime API and the function's handler.
module InvokeLocalRuntime
  Interpreter.prepare
  Interpreter.without_the_users_folders { require_relative 'standard_library' }
end

require_relative 'image_gems'
require_relative 'log'
require_relative 'logger_patch'
require_relative 'runtime'
require_relative 'runtime_client'

module InvokeLocalRuntime
  # Initialises the function, then serves its invocations until the process is stopped.
  def self.main
    client = RuntimeClient.new(ENV.fetch('AWS_LAMBDA_RUNTIME_API'), ENV.delete('INVOKE_LOCAL_TOKEN'))
  rescue KeyError, ArgumentError, SystemCallError, SocketError
    abort 'bootstrap.rb needs a Lambda Runtime API at the address in AWS_LAMBDA_RUNTIME_API.'
  else
    ImageGems.take_right
    send_caller_traces if ENV.key?('INVOKE_LOCAL_AWS_GATEWAY')
    Log.take_over_puts
    Logger.prepend(LoggerPatch)
    status = serve(Runtime.new(client))
    Process.exit(status)
  end

  # Loads what only a run with a gateway needs.
  def self.send_caller_traces
    require_relative 'caller_trace'
    CallerTrace.send_where_asked
  end
  private_class_method :send_caller_traces

  def self.serve(runtime)
    runtime.run
  rescue ConnectionLost => e
    # The other side is gone, so neither the user's threads nor exit hooks are waited for.
    Log.write("invoke-local: #{e.message}\n") unless e.message.empty?
    Process.exit!(1)
  end
  private_class_method :serve
end
