package rational

import _ "diagram/internal/seed"
