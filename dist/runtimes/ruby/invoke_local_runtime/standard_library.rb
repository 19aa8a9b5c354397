# frozen_string_literal: true

# The parts of the standard library that are loaded in Lambda, because AWS's runtime uses them. Many handlers rely on
# that without requiring them. Those that would double the time of the start are loaded when they are first named.

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

  # Used until the library defines its own.
  def URI(uri)
    require 'uri'
    URI(uri)
  end
end
