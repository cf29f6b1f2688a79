package house

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

// oneShots are the services that do their work and end; others wait for their success.
var oneShots = []string{"migrate", "temporal-schema", "temporal-namespace"}

// load reads docker-compose.yml as a container engine would, with these variables.
func load(t *testing.T, variables ...string) (*types.Project, error) {
	t.Helper()
	options, err := cli.NewProjectOptions([]string{filepath.Join(root(t), "docker-compose.yml")},
		cli.WithWorkingDirectory(root(t)), cli.WithEnv(variables), cli.WithoutEnvironmentResolution)
	if err != nil {
		t.Fatal(err)
	}
	return options.LoadProject(t.Context())
}

// filledIn is .env.example with a made-up value for every empty variable.
func filledIn(t *testing.T) []string {
	t.Helper()
	file, err := os.Open(filepath.Join(root(t), ".env.example"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var variables []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if name, value, ok := strings.Cut(lines.Text(), "="); ok && !strings.HasPrefix(name, "#") {
			if value == "" {
				value = "made-up"
			}
			variables = append(variables, name+"="+value)
		}
	}
	return variables
}

func TestComposeRunsEveryPartOfTheSystem(t *testing.T) {
	project := loaded(t)
	for _, name := range []string{"postgres", "temporal", "temporal-ui", "minio", "migrate", "api", "worker"} {
		if _, err := project.GetService(name); err != nil {
			t.Errorf("service %s is missing", name)
		}
	}
}

func TestEveryServiceHasAHealthCheckOrEndsByItself(t *testing.T) {
	for name, service := range loaded(t).Services {
		if slices.Contains(oneShots, name) {
			if service.Restart != "no" || service.HealthCheck != nil {
				t.Errorf("%s does its work once: it must not restart nor claim health", name)
			}
			continue
		}
		if service.HealthCheck == nil || len(service.HealthCheck.Test) < 2 || service.HealthCheck.Disable {
			t.Errorf("%s has no health check", name)
		}
	}
}

func TestServicesWaitForWhatTheyNeed(t *testing.T) {
	for name, service := range loaded(t).Services {
		for needed, dependency := range service.DependsOn {
			want := types.ServiceConditionHealthy
			if slices.Contains(oneShots, needed) {
				want = types.ServiceConditionCompletedSuccessfully
			}
			if dependency.Condition != want {
				t.Errorf("%s waits for %s until %s: it must wait until %s", name, needed, dependency.Condition, want)
			}
		}
	}
}

// secretName matches variables that hold a secret, or a URL with one.
var secretName = regexp.MustCompile(`(PASSWORD|PWD|SECRET|_KEYS?$|ACCESS_KEY|DATABASE_URL|OWNER_URL)`)

func TestNoSecretHasADefault(t *testing.T) {
	filled := filledIn(t)
	for i, variable := range filled {
		name, _, _ := strings.Cut(variable, "=")
		if !secretName.MatchString(name) {
			continue
		}
		for _, without := range [][]string{slices.Delete(slices.Clone(filled), i, i+1), append(slices.Clone(filled), name+"=")} {
			if _, err := load(t, without...); err == nil {
				t.Errorf("compose starts without %s", name)
			} else if !strings.Contains(err.Error(), name) {
				t.Errorf("without %s compose says %q, which does not name it", name, err)
			}
		}
	}
	// Whatever looks like a secret inside the file must come from a variable.
	for name, service := range loaded(t).Services {
		for variable, value := range service.Environment {
			if secretName.MatchString(variable) && (value == nil || !strings.Contains(*value, "made-up")) {
				t.Errorf("%s: %s does not come from the environment", name, variable)
			}
		}
	}
}

func TestEveryVariableOfComposeIsExplained(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root(t), "docker-compose.yml"))
	if err != nil {
		t.Fatal(err)
	}
	explained := strings.Join(filledIn(t), "\n")
	for _, used := range regexp.MustCompile(`\$\{([A-Z0-9_]+)`).FindAllStringSubmatch(string(text), -1) {
		if !strings.Contains("\n"+explained, "\n"+used[1]+"=") {
			t.Errorf("%s is used in docker-compose.yml and not explained in .env.example", used[1])
		}
	}
}

func TestApplicationContainersRunAsNobodyAndWriteNowhere(t *testing.T) {
	project := loaded(t)
	for _, name := range []string{"migrate", "api", "worker"} {
		service := project.Services[name]
		if user, _, _ := strings.Cut(service.User, ":"); user == "" || user == "0" || user == "root" {
			t.Errorf("%s runs as %q", name, service.User)
		}
		if !service.ReadOnly || !slices.Contains(service.CapDrop, "ALL") || service.Privileged {
			t.Errorf("%s may do more than it needs", name)
		}
	}
}

func TestVolumesAreNamedAndPortsStayOnLoopback(t *testing.T) {
	project := loaded(t)
	for name, service := range project.Services {
		for _, mount := range service.Volumes {
			_, declared := project.Volumes[mount.Source]
			named, configuration := mount.Type == types.VolumeTypeVolume && declared, mount.Type == types.VolumeTypeBind && mount.ReadOnly
			if !named && !configuration {
				t.Errorf("%s keeps data in %s, which is no named volume", name, mount.Source)
			}
		}
		for _, port := range service.Ports {
			if name != "api" && port.HostIP != "127.0.0.1" {
				t.Errorf("%s publishes port %s beyond this machine", name, port.Published)
			}
		}
	}
	for _, volume := range []string{"postgres-data", "minio-data"} {
		if _, ok := project.Volumes[volume]; !ok {
			t.Errorf("volume %s is missing", volume)
		}
	}
}

func loaded(t *testing.T) *types.Project {
	t.Helper()
	project, err := load(t, filledIn(t)...)
	if err != nil {
		t.Fatal(err)
	}
	return project
}
