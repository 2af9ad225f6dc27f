package markdown

import _ "diagram/dsl/seed"
