# frozen_string_literal: true

# Events and results between bytes and Ruby's values. The name and both methods are the same as in Lambda, so that a
# function can replace them.
module AwsLambda
  class Marshaller
    class << self
      # The event: parsed if its content type is exactly `application/json`, else the text unchanged.
      def marshall_request(raw_request)
        body = raw_request.body
        raw_request['Content-Type'] == 'application/json' ? JSON.parse(body) : body
      end

      # The text of the response, which is JSON unless a content type is returned with it. The content of a file or a
      # StringIO is sent unchanged.
      def marshall_response(method_response)
        case method_response
        when StringIO, IO then [method_response, 'application/unknown']
        else method_response.to_json
        end
      end
    end
  end
end
