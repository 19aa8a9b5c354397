# frozen_string_literal: true

# The object on which a handler outside of any class runs, the same for all invocations. AWS's runtime has a class of
# this name with these variables, which its messages show. It has no methods, since they would be called instead of a
# handler of the same name.
class LambdaHandler
  def initialize(file, method)
    @handler_file_name = file
    @handler_method_name = method
  end
end

module InvokeLocalRuntime
  # The parts of a handler string: `file.method` or `file.Module::Class.method`, where the file may be in folders.
  class HandlerName
    # The path to require.
    attr_reader :file

    # Raises an ArgumentError if the string has another number of parts.
    def initialize(text)
      parts = text.split('.')
      unless [2, 3].include?(parts.length)
        raise ArgumentError, "Invalid handler #{parts}, must be of form FILENAME.METHOD or FILENAME.CLASS.METHOD where " \
                             'FILENAME corresponds with an existing Ruby source file FILENAME.rb, CLASS is an optional ' \
                             'module/class namespace and METHOD is a callable method. If using CLASS, METHOD must be a ' \
                             'class-level method.'
      end

      @file = parts.first
      @method = parts.last
      @namespace = parts[1] if parts.length == 3
      @receiver = LambdaHandler.new(@file, @method) unless @namespace
    end

    # Calls the method. It and its class are looked up each time, and it may be private.
    def call(event, context)
      receiver = @receiver || Kernel.const_get(@namespace)
      receiver.__send__(@method, event: event, context: context)
    end
  end
end
