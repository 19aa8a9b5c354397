# frozen_string_literal: true

module InvokeLocalRuntime
  # Adjusts an interpreter that is not Lambda's own, before anything else is loaded.
  module Interpreter
    module_function

    def prepare
      forget_locale
      forget_snippets
      add_gems_of_running_version
      $stdout.sync = true
    end

    # On machines without the locale in LANG, another one was set for the start of the interpreter, which chooses the
    # encoding of strings by it. The function does not see it.
    def forget_locale
      ENV.delete('LC_ALL') if ENV.delete('INVOKE_LOCAL_LOCALE')
    end

    # Only Ruby 3.1, which Lambda does not have, puts a piece of the source into the messages of errors.
    def forget_snippets
      return unless RUBY_VERSION.start_with?('3.1.') && defined?(ErrorHighlight::CoreExt)

      ErrorHighlight::CoreExt.class_eval { remove_method(:to_s) if method_defined?(:to_s, false) }
    end

    # GEM_PATH names the declared version. If another version runs, its gems are in folders of that version's name.
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

    # Runs the block with only the interpreter's own folders and gems on the load path: a file of the user such as
    # `json.rb` must not be loaded instead of the standard library.
    def without_the_users_folders
      listed = ENV['RUBYLIB'].to_s.split(File::PATH_SEPARATOR).map { |folder| File.expand_path(folder) }
      users, = $LOAD_PATH.partition { |folder| listed.include?(File.expand_path(folder)) }
      $LOAD_PATH.reject! { |folder| users.include?(folder) }
      yield
    ensure
      # Folders that gems added meanwhile stay after the user's folders, where RubyGems puts them.
      $LOAD_PATH.unshift(*users)
    end
  end
end
