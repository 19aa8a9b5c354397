# frozen_string_literal: true

module InvokeLocalRuntime
  # The other side is gone (without a message if it closed the connection on purpose), or the connection broke.
  class ConnectionLost < StandardError; end

  # An event with its headers, whose names are found in any case.
  class RawRequest
    attr_reader :body

    def initialize(headers, body)
      @headers = headers
      @body = body
    end

    def [](name)
      @headers[name.downcase]
    end
  end

  # The client's side of the Runtime API, on one kept-alive connection.
  #
  # A minimal HTTP/1.1: `net/http` would double the time that the interpreter needs to start.
  class RuntimeClient
    API = '/2018-06-01/runtime/'
    private_constant :API

    # Connects at once to `host:port`: the connection shows the other side that the interpreter runs. `token` is sent with
    # each request, which shows that it comes from the sandbox.
    def initialize(address, token = nil)
      @address = address
      @common_headers = "Host: #{address}\r\nUser-Agent: invoke-local-ruby/#{RUBY_VERSION}\r\n"
      @common_headers += "Invoke-Local-Token: #{token}\r\n" unless token.nil?
      connect
    end

    # Waits for the next event. `loaded` names files that the function has loaded.
    def next_invocation(loaded = '')
      status, headers, body = exchange('GET', 'invocation/next', {}, '', loaded_line(loaded))
      raise ConnectionLost, "the Runtime API answered #{status} to a request for the next invocation" if status != 200

      RawRequest.new(headers, body)
    end

    def post_response(request_id, body, content_type)
      post("invocation/#{quote(request_id)}/response", body, 'Content-Type' => content_type)
    end

    def post_error(request_id, report)
      post("invocation/#{quote(request_id)}/error", report.to_json, error_headers(report))
    end

    def post_init_error(report)
      post('init/error', report.to_json, error_headers(report))
    end

    private

    def connect
      host, _, port = @address.rpartition(':')
      @socket = TCPSocket.new(host, Integer(port, 10))
      @socket.setsockopt(Socket::IPPROTO_TCP, Socket::TCP_NODELAY, 1)
      @socket.binmode
      @owner = Process.pid
    end

    def error_headers(report)
      { 'Content-Type' => 'application/json', 'Lambda-Runtime-Function-Error-Type' => report.header_type }
    end

    # The status is ignored: the API itself has handled what it refuses, such as a response over the limit.
    def post(path, body, headers)
      exchange('POST', path, headers.merge('Content-Length' => body.bytesize), body.b)
    end

    def exchange(method, path, headers = {}, body = '', lines = '')
      # A process that the handler forked must not write into the middle of its parent's requests.
      connect if @owner != Process.pid
      answered = false
      @socket.write("#{method} #{API}#{path} HTTP/1.1\r\n#{@common_headers}#{header_lines(headers)}".b, lines, "\r\n", body)
      read_response.tap { answered = true }
    rescue IOError, SystemCallError, ArgumentError => e
      raise ConnectionLost, "the connection to the Runtime API broke: #{e.message}"
    ensure
      # After a signal or a thread's error has interrupted a request, this connection can't be used again.
      @owner = nil unless answered
    end

    def loaded_line(loaded)
      loaded.empty? ? '' : "Invoke-Local-Loaded: #{loaded}\r\n"
    end

    # The name of a class may contain control characters, but a header can't.
    def header_lines(headers)
      headers.map { |name, value| "#{name}: #{value.to_s.b.gsub(/[^ -~]/n, '?')}\r\n" }.join
    end

    def read_response
      status_line = read_line
      headers = {}
      until (line = read_line).empty?
        name, _, value = line.partition(':')
        headers[name.downcase] = value.strip.force_encoding(Encoding::UTF_8)
      end
      chunked = headers['transfer-encoding'].to_s.casecmp?('chunked')
      body = chunked ? read_chunks : read_exactly(headers['content-length'].to_i)
      [status_line.split[1].to_i, headers, body]
    end

    def read_chunks
      body = String.new(encoding: Encoding::BINARY)
      until (size = read_line.to_i(16)).zero?
        body << read_exactly(size)
        read_line
      end
      nil until read_line.empty? # Trailers.
      body
    end

    def read_line
      line = @socket.gets("\r\n") || raise(ConnectionLost, '')
      line.chomp("\r\n")
    end

    def read_exactly(size)
      return String.new(encoding: Encoding::BINARY) if size.zero?

      bytes = @socket.read(size)
      bytes && bytes.bytesize == size ? bytes : raise(ConnectionLost, '')
    end

    def quote(text)
      text.b.gsub(/[^A-Za-z0-9\-._~]/n) { |character| Kernel.format('%%%02X', character.ord) }
    end
  end
end
