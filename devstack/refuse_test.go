package main

import (
	"net"
	"strconv"
	"strings"
	"testing"

	"jiangxin/devstack/internal/ports"
)

func TestATakenPortIsSaidInOneSentence(t *testing.T) {
	for _, name := range portNames {
		t.Run(name, func(t *testing.T) {
			b := setup(t)
			squatter, err := net.Listen("tcp", ports.Address(b.port[name]))
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = squatter.Close() }()
			code, _, complaints := b.run(t, "up", "--data", b.data)
			oneSentence(t, code, complaints, "port "+strconv.Itoa(b.port[name])+" is taken", "JIANGXIN_PORT_"+name)
		})
	}
}

func TestAMissingProgramIsSaidInOneSentence(t *testing.T) {
	for variable, words := range map[string]string{
		"JIANGXIN_MINIO_BIN":    "make devstack",
		"JIANGXIN_POSTGRES_BIN": "JIANGXIN_POSTGRES_BIN",
	} {
		t.Run(variable, func(t *testing.T) {
			b := setup(t)
			b.environment = append(b.environment, variable+"=/nowhere/at-all")
			code, _, complaints := b.run(t, "up", "--data", b.data)
			oneSentence(t, code, complaints, words, "/nowhere/at-all")
		})
	}
}

func TestAWrongPortNumberIsSaidInOneSentence(t *testing.T) {
	b := setup(t)
	b.environment = append(b.environment, "JIANGXIN_PORT_MINIO=ninethousand")
	code, _, complaints := b.run(t, "up", "--data", b.data)
	oneSentence(t, code, complaints, "JIANGXIN_PORT_MINIO", "ninethousand")
}

func TestEnvSaysWhenNothingRuns(t *testing.T) {
	b := setup(t)
	code, _, complaints := b.run(t, "env", "--data", b.data)
	oneSentence(t, code, complaints, "no stack runs", "devstack up")
}

func TestExecNeedsACommand(t *testing.T) {
	b := setup(t)
	code, _, complaints := b.run(t, "exec", "--data", b.data)
	if code != 2 || !strings.Contains(complaints, "say which command") {
		t.Errorf("exit code %d and %q", code, complaints)
	}
}
