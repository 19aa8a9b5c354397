# frozen_string_literal: true

require 'uri'

module InvokeLocalRuntime
  # Tells the gateway between the function and AWS which lines make its calls.
  module CallerTrace
    # Names the host and the port of the gateway, and the token for it, if there is one. The function does not see it.
    VARIABLE = 'INVOKE_LOCAL_AWS_GATEWAY'
    HEADER = 'x-invoke-local-caller'
    TOKEN_HEADER = 'x-invoke-local-token'

    # How many of the nearest frames are sent, and how long they may be, encoded.
    MOST_FRAMES = 100
    MOST_CHARACTERS = 16_384

    class << self
      attr_reader :token
    end

    # Has each request to the gateway show that it comes from this function, and the frames of the code that makes it.
    def self.send_where_asked
      gateway = ENV.delete(VARIABLE) or return
      address, @token = gateway.split
      @host, _, @port = address.rpartition(':')
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
        if CallerTrace.gateway?(address, port)
          request[TOKEN_HEADER] = CallerTrace.token
          request[HEADER] ||= CallerTrace.frames(caller(1, MOST_FRAMES))
        end
        super
      end
    end
  end
end
