# frozen_string_literal: true

module InvokeLocalRuntime
  # Tells which files the function's code has loaded, so that they can be compared with what a deploy would hold.
  module LoadedFiles
    # More than that is not told, in bytes: the other side takes 1 MiB of headers in all.
    MAX_BYTES = 256 * 1024
    STANDARD = RbConfig::CONFIG.values_at('rubylibdir', 'rubyarchdir').map { |folder| "#{folder}/".b }.freeze
    OWN = "#{__dir__}/".b.freeze
    private_constant :MAX_BYTES, :STANDARD, :OWN

    # Those that are there before the function's own code are not its.
    @count = $LOADED_FEATURES.size

    module_function

    # The files that were not told before, with tabs between them; empty if there are none.
    def new_files
      features = $LOADED_FEATURES.drop(@count)
      @count += features.size
      bytes = 0
      files = features.grep(String).map(&:b).reject { |file| passed_over?(file) }
      files.take_while { |file| (bytes += file.bytesize + 1) <= MAX_BYTES }.join("\t")
    rescue StandardError
      '' # The function's code has changed what this uses.
    end

    def passed_over?(file)
      !file.start_with?('/') && !file.match?(%r{\A[A-Za-z]:/}n) ||
        file.match?(/[\x00-\x1f\x7f]/n) || file.start_with?(OWN, *STANDARD)
    end
    private_class_method :passed_over?
  end
end
