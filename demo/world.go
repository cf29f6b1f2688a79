package demo

import (
	"context"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"sync"
	"time"

	"jiangxin/demo/cast"
	"jiangxin/demo/client"
)

// World is the product with the people who use it. It is safe for concurrent use; so are its people.
type World struct {
	Patience time.Duration // how long a server that is down is tried again; set it before the first request

	base   string
	mu     sync.Mutex
	people map[string]*Person
	taken  map[string]int // by region: the enterprises that were looked at already
}

// usualPatience outlasts a restart of every server.
const usualPatience = time.Minute

// NewWorld reaches the product at an address such as http://127.0.0.1:8080.
func NewWorld(base string) *World {
	return &World{Patience: usualPatience, base: strings.TrimSuffix(base, "/"), people: map[string]*Person{}, taken: map[string]int{}}
}

// Person is somebody at their own browser. The first request signs in, and so does one whose session ended.
type Person struct {
	Login string
	API   *client.ClientWithResponses // every operation of the description

	world   *World
	link    *link
	signing sync.Mutex
	mu      sync.Mutex
	session client.Session
}

// As gives the person of a sign-in name.
func (w *World) As(login string) *Person {
	w.mu.Lock()
	defer w.mu.Unlock()
	p, known := w.people[login]
	if !known {
		p = w.newPerson(login)
		w.people[login] = p
	}
	return p
}

// Anybody is a visitor who never signs in.
func (w *World) Anybody() *Person { return w.As("") }

func (w *World) newPerson(login string) *Person {
	jar, _ := cookiejar.New(nil) // fails never without options
	p := &Person{Login: login, world: w}
	p.link = &link{http: &http.Client{Jar: jar, Timeout: 90 * time.Second}, patience: w.Patience, csrf: p.csrf}
	if login != "" {
		p.link.signIn = p.SignIn
	}
	p.API = &client.ClientWithResponses{ClientInterface: &client.Client{Server: w.base + "/", Client: p.link}}
	return p
}

func (p *Person) csrf() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.session.Csrf
}

// SignIn opens a session, whether one is open or not. People who are asked twice at once sign in once.
func (p *Person) SignIn(ctx context.Context) error {
	before := p.csrf()
	p.signing.Lock()
	defer p.signing.Unlock()
	if p.csrf() != before {
		return nil
	}
	session, err := Answer(p.API.SignInWithResponse(ctx, client.Credentials{Login: p.Login, Password: cast.Password}))
	if err != nil {
		return fmt.Errorf("sign in as %s: %w", p.Login, err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.session = session
	return nil
}

// Session gives who the product says this person is.
func (p *Person) Session(ctx context.Context) (client.Session, error) {
	if p.csrf() == "" {
		if err := p.SignIn(ctx); err != nil {
			return client.Session{}, err
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.session, nil
}

// queuePage is how much of a queue is looked at.
const queuePage = 100

// Queue lists the first open tasks of a person's group, the soonest due first.
func (w *World) Queue(ctx context.Context, login string) ([]client.Task, error) {
	list, err := Answer(w.As(login).API.ListTasksWithResponse(ctx, &client.ListTasksParams{
		Scope: client.ListTasksParamsScopeGroup, State: client.ListTasksParamsStateOpen, Limit: queuePage,
	}))
	return list.Items, err
}

// Officer gives somebody of a body who has a role: the one whose only role it is.
func (w *World) Officer(body, role string) (*Person, error) {
	for _, p := range cast.Officers() {
		if p.Body == body && string(p.Roles[0]) == role {
			return w.As(p.Login), nil
		}
	}
	return nil, fmt.Errorf("nobody in the cast is %s of %s", role, body)
}

// Expert gives the expert of a user ID.
func (w *World) Expert(ctx context.Context, region, id string) (*Person, error) {
	for _, e := range cast.Experts() {
		if e.Region != region {
			continue
		}
		p := w.As(e.Login)
		session, err := p.Session(ctx)
		if err != nil {
			return nil, err
		}
		if session.User.Id == id {
			return p, nil
		}
	}
	return nil, fmt.Errorf("nobody in the cast is the expert %s of %s", id, region)
}
