package layout_test

import _ "diagram/internal/seed"
