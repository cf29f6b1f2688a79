# The product: one static binary with the web app in it, run by nobody in particular.
FROM node:22.20.0-bookworm-slim AS ui
WORKDIR /src/ui
COPY ui/package.json ui/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY api/openapi.yaml /src/api/openapi.yaml
COPY ui/ ./
RUN npm run build

FROM golang:1.26.8-bookworm AS build
WORKDIR /src
ENV CGO_ENABLED=0
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=ui /src/ui/dist/ ui/dist/
RUN go build -trimpath -ldflags="-s -w" -o /out/jiangxin ./cmd/jiangxin \
 && cd devstack && go build -trimpath -o /out/check ./cmd/check
RUN mkdir -p -m 1777 /empty/tmp

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /usr/share/zoneinfo/Asia/Shanghai /usr/share/zoneinfo/Asia/Shanghai
COPY --from=build /out/ /usr/bin/
COPY --from=build --chown=65532:65532 /empty/ /
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/usr/bin/jiangxin"]
CMD ["api"]
