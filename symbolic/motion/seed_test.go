package motion_test

import _ "diagram/internal/seed"
