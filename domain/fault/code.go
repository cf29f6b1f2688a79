package fault

// Code names one kind of failure. It is part of the API and never changes its meaning; the API maps
// each code to one HTTP status.
type Code string

// The list of codes. Add here and in the API's status table; a test compares the two.
const (
	Invalid         Code = "invalid"           // the input breaks a rule; Fields say where
	Malformed       Code = "malformed"         // the request cannot be read at all
	Unauthenticated Code = "unauthenticated"   // nobody is signed in, or the session ended
	BadCredentials  Code = "bad_credentials"   // sign-in name or password is wrong
	LockedOut       Code = "locked_out"        // too many wrong passwords
	Forbidden       Code = "forbidden"         // the role or jurisdiction does not allow it
	CSRF            Code = "csrf"              // the request does not come from our own page
	NotFound        Code = "not_found"         // no such thing, or not for this person
	Taken           Code = "taken"             // somebody else was first: Detail says who and when
	Stale           Code = "stale"             // the edited version is no longer the newest
	NotReady        Code = "not_ready"         // a condition is not met yet: Fields list all of them
	Closed          Code = "closed"            // the task or case is finished
	KeyReused       Code = "key_reused"        // the Idempotency-Key was used with another request
	KeyMissing      Code = "key_missing"       // the operation needs an Idempotency-Key
	TooLarge        Code = "too_large"         // the request or file is above its limit
	UnsupportedType Code = "unsupported_type"  // the file is not of an accepted type
	BadFile         Code = "bad_file"          // the file is empty, encrypted, truncated or mislabelled
	TooMany         Code = "too_many_requests" // the caller must slow down
	Unavailable     Code = "unavailable"       // a dependency is down: try again
	Diverged        Code = "diverged"          // a batch differs from what is recorded; nothing is overwritten
	Internal        Code = "internal"          // a defect of ours
)
