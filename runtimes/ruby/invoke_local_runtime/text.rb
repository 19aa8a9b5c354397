# frozen_string_literal: true

module InvokeLocalRuntime
  # Text that JSON can hold.
  module Text
    # Any value's text in UTF-8. Bytes of no declared encoding are taken for UTF-8, and what has no place in it becomes U+FFFD.
    def self.utf8(value)
      text = value.to_s
      unless [Encoding::UTF_8, Encoding::BINARY, Encoding::US_ASCII].include?(text.encoding)
        return text.encode(Encoding::UTF_8, invalid: :replace, undef: :replace, replace: "\uFFFD")
      end

      text.dup.force_encoding(Encoding::UTF_8).scrub("\uFFFD")
    end
  end
end
