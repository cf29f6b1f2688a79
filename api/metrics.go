package api

import (
	"context"
	"net/http"
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

// GetMetrics gives the measurements in Prometheus' text form.
func (s *Server) GetMetrics(ctx context.Context, _ GetMetricsRequestObject) (GetMetricsResponseObject, error) {
	return measurements{registry: s.metrics.registry, request: ginOf(ctx).Request}, nil
}
