# frozen_string_literal: true

# The parts of the standard library that a handler in Lambda finds loaded, because AWS's runtime uses them. Many handlers
# rely on that and require nothing. Those that cost as much as the rest of the start load when they are named.

require 'json'
require 'logger'
require 'socket'
require 'stringio'
require 'time'

autoload :Net, 'net/http'
autoload :OpenSSL, 'openssl'
autoload :Timeout, 'timeout'
autoload :URI, 'uri'
autoload :Zlib, 'zlib'

module Kernel
  private

  # Until the library puts its own in this place.
  def URI(uri)
    require 'uri'
    URI(uri)
  end
end
