# frozen_string_literal: true

module InvokeLocalRuntime
  # What has to be set right in an interpreter that is not Lambda's own, before anything else is loaded.
  module Interpreter
    module_function

    def prepare
      forget_locale
      forget_snippets
      add_gems_of_running_version
      $stdout.sync = true
    end

    # The locale was set for the start of the interpreter, on machines that lack the one that LANG names: the encoding of
    # its strings is decided then. The function does not see it.
    def forget_locale
      ENV.delete('LC_ALL') if ENV.delete('INVOKE_LOCAL_LOCALE')
    end

    # Ruby 3.1, which Lambda does not have, is the one that puts a piece of the source into the messages of errors.
    def forget_snippets
      return unless RUBY_VERSION.start_with?('3.1.') && defined?(ErrorHighlight::CoreExt)

      ErrorHighlight::CoreExt.class_eval { remove_method(:to_s) if method_defined?(:to_s, false) }
    end

    # GEM_PATH names the declared version. Where another one runs, its gems lie in folders of their own name.
    def add_gems_of_running_version
      folders = ENV['GEM_PATH'].to_s.split(File::PATH_SEPARATOR)
      running = RbConfig::CONFIG['ruby_version']
      return if folders.empty? || !defined?(Gem) || folders.any? { |folder| folder.end_with?("/#{running}") }

      others = folders.map { |folder| folder.sub(%r{/\d+\.\d+\.\d+\z}, "/#{running}") } - folders
      existing = others.select { |folder| File.directory?(folder) }
      return if existing.empty?

      ENV['GEM_PATH'] = (folders + existing).join(File::PATH_SEPARATOR)
      Gem.clear_paths
    end

    # Runs the block with only the interpreter's own folders and gems on the load path: a file of the user's such as
    # `json.rb` must not be taken for the standard library.
    def without_the_users_folders
      listed = ENV['RUBYLIB'].to_s.split(File::PATH_SEPARATOR).map { |folder| File.expand_path(folder) }
      users, = $LOAD_PATH.partition { |folder| listed.include?(File.expand_path(folder)) }
      $LOAD_PATH.reject! { |folder| users.include?(folder) }
      yield
    ensure
      # What gems added in between stays behind the user's folders, where RubyGems puts it.
      $LOAD_PATH.unshift(*users)
    end
  end
end
