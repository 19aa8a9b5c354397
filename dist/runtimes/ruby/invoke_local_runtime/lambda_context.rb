# frozen_string_literal: true

# The context object that a handler gets, with the same class name as in Lambda.
class LambdaContext
  attr_reader :aws_request_id, :invoked_function_arn, :log_group_name, :log_stream_name, :function_name,
              :memory_limit_in_mb, :function_version, :identity, :tenant_id, :client_context, :deadline_ms

  # The names of the same members in the context for Node.
  RUBY_NAMES = { 'tenantId' => 'tenant_id', 'deadlineMs' => 'deadline_ms' }.freeze
  private_constant :RUBY_NAMES

  # `request` returns the headers by name. Raises a JSON::ParserError if one of them is not JSON, but should be.
  def initialize(request)
    @deadline_ms = request['Lambda-Runtime-Deadline-Ms'].to_i
    @aws_request_id = request['Lambda-Runtime-Aws-Request-Id']
    @invoked_function_arn = request['Lambda-Runtime-Invoked-Function-Arn']
    @log_group_name = ENV['AWS_LAMBDA_LOG_GROUP_NAME']
    @log_stream_name = ENV['AWS_LAMBDA_LOG_STREAM_NAME']
    @function_name = ENV['AWS_LAMBDA_FUNCTION_NAME']
    @memory_limit_in_mb = ENV['AWS_LAMBDA_FUNCTION_MEMORY_SIZE']
    @function_version = ENV['AWS_LAMBDA_FUNCTION_VERSION']
    @identity = parsed(request['Lambda-Runtime-Cognito-Identity'])
    @client_context = parsed(request['Lambda-Runtime-Client-Context'])
    tenant_id = request['Lambda-Runtime-Aws-Tenant-Id']
    @tenant_id = tenant_id unless tenant_id.to_s.empty?
    add(parsed(request['Invoke-Local-Context']) || {})
  end

  # Milliseconds until the invocation times out, at least 0.
  def get_remaining_time_in_millis
    [@deadline_ms - Process.clock_gettime(Process::CLOCK_REALTIME, :millisecond), 0].max
  end

  private

  def parsed(text)
    JSON.parse(text.dup.force_encoding(Encoding::UTF_8)) unless text.to_s.empty?
  end

  # Members that the caller adds to Lambda's, or replaces.
  def add(members)
    members.each { |name, value| define_singleton_method(RUBY_NAMES.fetch(name, name)) { value } }
  end
end
