package naming_test

import (
	"fmt"

	"diagram/symbolic/naming"
)

func ExampleParse() {
	for _, src := range []string{"k_1", "m_us", "lambda", `\dot m_1`, `\input{x}`} {
		name, err := naming.Parse(src)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s %s\n", name.Plain(), name.LaTeX())
	}
	// Output:
	// k_1 k_1
	// m_us m_{us}
	// lamda \lambda
	// dot_m_1 \dot m_1
	// in the name "\\input{x}": the command \input is not allowed in a symbol
}
