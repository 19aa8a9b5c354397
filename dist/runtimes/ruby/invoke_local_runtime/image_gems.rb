# frozen_string_literal: true

module InvokeLocalRuntime
  # Asks the other side of the Runtime API for gems of Lambda's image that nothing on the machine has. RubyGems comes here
  # once it has found no gem for a file.
  module ImageGems
    # Has a secret and the gems for which this runtime may ask. The function does not see it.
    VARIABLE = 'INVOKE_LOCAL_IMAGE'

    def self.take_right
      @secret, names = ENV.delete(VARIABLE).to_s.split
      return unless names && defined?(Gem)

      @names = names.split(',')
      @address = ENV.fetch('AWS_LAMBDA_RUNTIME_API', '')
      Gem.singleton_class.prepend(self)
    end

    def try_activate(path)
      super || (ImageGems.provide(path.to_s.split('/').first.to_s) && super)
    end

    # Whether a gem could be had, which is then among those that RubyGems knows.
    def self.provide(gem)
      return false unless @names.any? { |name| name.end_with?('-') ? gem.start_with?(name) : gem == name }

      folder = ask(gem)
      return false if folder.empty? || Gem.path.include?(folder)

      Gem.paths = ENV.to_h.merge('GEM_HOME' => Gem.dir, 'GEM_PATH' => [*Gem.path, folder].join(File::PATH_SEPARATOR))
      true
    end

    def self.ask(gem)
      host, _, port = @address.rpartition(':')
      version = RbConfig::CONFIG.values_at('MAJOR', 'MINOR').join('.')
      answer = TCPSocket.open(host, Integer(port, 10)) do |socket|
        socket.write("GET /invoke-local/packages?name=#{gem}&version=#{version} HTTP/1.1\r\nHost: #{@address}\r\n" \
                     "Invoke-Local-Secret: #{@secret}\r\nConnection: close\r\n\r\n")
        socket.read
      end
      head, _, body = answer.b.partition("\r\n\r\n")
      head.include?(' 200 ') ? body.force_encoding(Encoding::UTF_8) : ''
    rescue ArgumentError, SystemCallError, SocketError
      ''
    end
    private_class_method :ask
  end
end
