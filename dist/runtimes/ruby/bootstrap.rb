# frozen_string_literal: true

# Runs the handler of a Lambda function: the client of the Runtime API that a managed Ruby runtime has. Started as
# `ruby bootstrap.rb` in the task root, with the environment that Lambda gives. Its parts are in the folder
# `invoke_local_runtime`, which is never on `$LOAD_PATH`, so that user code can neither require nor shadow them by
# accident.

require_relative 'invoke_local_runtime/main'

InvokeLocalRuntime.main
