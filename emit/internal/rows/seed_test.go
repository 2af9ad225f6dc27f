package rows

import _ "diagram/dsl/seed"
