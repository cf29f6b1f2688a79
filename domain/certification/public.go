package certification

import (
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
)

// PublicState is what anybody is told of a certificate that exists. That nothing matches is no state: the
// answer does not say which of the two facts is wrong.
type PublicState string

// The states.
const (
	InForce    PublicState = "valid"   // 有效
	OutOfForce PublicState = "revoked" // 已注销
)

// Name gives the state's words.
func (s PublicState) Name() casework.Name {
	switch s {
	case InForce:
		return casework.Name{ZH: "有效", EN: "Valid"}
	case OutOfForce:
		return casework.Name{ZH: "已注销", EN: "Revoked"}
	}
	return casework.Name{ZH: string(s), EN: string(s)}
}

// PublicStateOf is the state of a certificate by the day of its revocation, if there is one.
func PublicStateOf(revokedOn civil.Date) PublicState {
	if revokedOn.IsZero() {
		return InForce
	}
	return OutOfForce
}
