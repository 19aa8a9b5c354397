# frozen_string_literal: true

module InvokeLocalRuntime
  # Text that JSON can contain.
  module Text
    # Any value's text in UTF-8. Bytes without a declared encoding are read as UTF-8, and invalid bytes become U+FFFD.
    def self.utf8(value)
      text = value.to_s
      unless [Encoding::UTF_8, Encoding::BINARY, Encoding::US_ASCII].include?(text.encoding)
        return text.encode(Encoding::UTF_8, invalid: :replace, undef: :replace, replace: "\uFFFD")
      end

      text.dup.force_encoding(Encoding::UTF_8).scrub("\uFFFD")
    end
  end
end
