package rational

import _ "diagram/dsl/seed"
