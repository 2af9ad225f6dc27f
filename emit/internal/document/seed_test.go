package document

import _ "diagram/dsl/seed"
