package api

import (
	"context"
	"net/http"
	"net/netip"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are what a Prometheus server reads. They name routes and operations, never people.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
	commands *prometheus.CounterVec // by operation and how the API answered: done, sent, refused
}

func newMetrics(s *Server) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "jiangxin_http_request_seconds", Help: "Duration of requests by route.",
			Buckets: []float64{.002, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"method", "route", "status"}),
		commands: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "jiangxin_commands_total", Help: "Commands by operation and how they were answered.",
		}, []string{"operation", "answer"}),
	}
	waiting := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "jiangxin_commands_waiting", Help: "Commands that are committed and not yet recorded; -1 when the database does not answer.",
	}, func() float64 {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		count, err := s.store.WaitingCommands(ctx)
		if err != nil {
			return -1
		}
		return float64(count)
	})
	m.registry.MustRegister(m.requests, m.commands, waiting, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// measurements answer with Prometheus' own handler.
type measurements struct {
	registry *prometheus.Registry
	request  *http.Request
}

// VisitGetMetricsResponse writes the measurements.
func (m measurements) VisitGetMetricsResponse(w http.ResponseWriter) error {
	promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}).ServeHTTP(w, m.request)
	return nil
}

// measuring marks a request that came by the address that is for measurements only.
type measuring struct{}

// Measurements serves nothing of the API but its measurements, at an address that only operators reach.
func Measurements(api http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		api.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), measuring{}, true)))
	})
	return mux
}

// GetMetrics gives the measurements in Prometheus' text form: at their own address or, where there is none, to
// programs on the same machine. What a proxy passes on came from elsewhere.
func (s *Server) GetMetrics(ctx context.Context, _ GetMetricsRequestObject) (GetMetricsResponseObject, error) {
	request := ginOf(ctx).Request
	apart := request.Context().Value(measuring{}) != nil
	if !apart && (s.config.MetricsListen != "" || !fromThisMachine(request)) {
		return nil, hidden()
	}
	return measurements{registry: s.metrics.registry, request: request}, nil
}

// fromThisMachine says whether a request was sent from here, and by nobody's proxy.
func fromThisMachine(r *http.Request) bool {
	for _, header := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via"} {
		if r.Header.Get(header) != "" {
			return false
		}
	}
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && from.Addr().Unmap().IsLoopback()
}
