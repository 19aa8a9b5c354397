# frozen_string_literal: true

require 'uri'

module InvokeLocalRuntime
  # Tells the gateway between the function and AWS which lines make its calls.
  module CallerTrace
    # Names the host and the port of the gateway, if there is one. The function does not see it.
    VARIABLE = 'INVOKE_LOCAL_AWS_GATEWAY'
    HEADER = 'x-invoke-local-caller'

    # How many of the nearest frames are sent, and how long they may be, encoded.
    MOST_FRAMES = 100
    MOST_CHARACTERS = 16_384

    # Has each request to the gateway name the frames of the code that makes it.
    def self.send_where_asked
      gateway = ENV.delete(VARIABLE) or return
      @host, _, @port = gateway.rpartition(':')
      require 'net/http'
      Net::HTTP.prepend(Requests)
    end

    def self.gateway?(address, port)
      address == @host && port.to_s == @port
    end

    def self.frames(lines)
      lines.each_with_object(+'') do |line, text|
        more = URI.encode_www_form_component("#{line}\n").gsub('+', '%20')
        break text if text.length + more.length > MOST_CHARACTERS

        text << more
      end
    end

    # What is put before Ruby's own client of HTTP.
    module Requests
      def request(request, ...)
        request[HEADER] ||= CallerTrace.frames(caller(1, MOST_FRAMES)) if CallerTrace.gateway?(address, port)
        super
      end
    end
  end
end
