# frozen_string_literal: true

# Events and results between bytes and Ruby's values. The name and both methods are Lambda's, so that a function can put its
# own in their place.
module AwsLambda
  class Marshaller
    class << self
      # The event: parsed when it is declared as exactly `application/json`, else the text as it is.
      def marshall_request(raw_request)
        body = raw_request.body
        raw_request['Content-Type'] == 'application/json' ? JSON.parse(body) : body
      end

      # The text to answer, which is JSON unless a content type stands beside it. The contents of a file or a StringIO are
      # answered as they are.
      def marshall_response(method_response)
        case method_response
        when StringIO, IO then [method_response, 'application/unknown']
        else method_response.to_json
        end
      end
    end
  end
end
