package hook

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The headers of a delivery.
const (
	HeaderID        = "webhook-id"
	HeaderTimestamp = "webhook-timestamp" // seconds since 1970
	HeaderSignature = "webhook-signature" // "v1,…", several parted by blanks
)

// Tolerance is how old, or how far ahead, a delivery may be for Verify: an
// old one that somebody kept is not to be taken again.
const Tolerance = 5 * time.Minute

const (
	secretPrefix = "whsec_"
	secretBytes  = 24
)

// newSecret makes the secret of a subscription.
func newSecret() string {
	raw := make([]byte, secretBytes)
	rand.Read(raw) // never fails
	return secretPrefix + base64.StdEncoding.EncodeToString(raw)
}

// sign is the signature of a delivery: HMAC-SHA256 of its id, time and body.
func sign(secret, id string, at time.Time, body []byte) (string, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, secretPrefix))
	if err != nil {
		return "", fmt.Errorf("the secret is not base64 after %s: %w", secretPrefix, err)
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%d.", id, at.Unix())
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}

// Verify reports, for a receiver, why a delivery is not to be trusted; nil
// where it was signed with secret within Tolerance of now.
func Verify(secret string, header http.Header, body []byte, now time.Time) error {
	seconds, err := strconv.ParseInt(header.Get(HeaderTimestamp), 10, 64)
	if err != nil {
		return fmt.Errorf("the header %s is not a number of seconds: %w", HeaderTimestamp, err)
	}
	at := time.Unix(seconds, 0)
	if apart := now.Sub(at).Abs(); apart > Tolerance {
		return fmt.Errorf("it was signed at %s, %s from now: more than %s", at.UTC().Format(time.RFC3339), apart.Round(time.Second), Tolerance)
	}
	want, err := sign(secret, header.Get(HeaderID), at, body)
	if err != nil {
		return err
	}
	for got := range strings.FieldsSeq(header.Get(HeaderSignature)) {
		if hmac.Equal([]byte(got), []byte(want)) {
			return nil
		}
	}
	return errors.New("the signature is not that of the body and the secret")
}
