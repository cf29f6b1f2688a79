// Package house holds the tests of the house's plan: who may import whom, and what the container
// files promise. It has no code of its own.
package house
