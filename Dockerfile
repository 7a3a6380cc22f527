# One image for each of trending-service, repo-details-service, cluster-inspector-service and sandbox:
#   docker build --build-arg MODULE=trending-service --tag tgr/trending-service:dev .
# after the jars are built; deploy/images.sh does both steps' checks. docs/images.md explains.

ARG BASE_IMAGE=eclipse-temurin:25.0.3_9-jre-noble
ARG BUILD_IMAGE=${BASE_IMAGE}

FROM ${BUILD_IMAGE} AS extracted
ARG MODULE
USER 0:0
WORKDIR /build
COPY ${MODULE}/target/${MODULE}-*-exec.jar application.jar
# Commands are lists throughout: neither base needs a shell.
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--layers", "--destination", "layers"]
# The launcher's layout only for its META-INF, where the list of components lies.
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--launcher", "--layers", "application", "--destination", "unpacked"]

FROM ${BASE_IMAGE} AS application
USER 0:0
WORKDIR /app
# What changes least comes first.
COPY --from=extracted /build/layers/dependencies/ ./
COPY --from=extracted /build/layers/spring-boot-loader/ ./
COPY --from=extracted /build/layers/snapshot-dependencies/ ./
COPY --from=extracted /build/unpacked/application/META-INF/sbom/ ./sbom/
COPY --from=extracted /build/layers/application/ ./

# Starts until the context is refreshed, and keeps what the JVM learned. A cache fits only the very files, JDK and flags that it
# was trained with: this stage is the final one but for the cache. No secret is here, no network is used: the address
# stands for the cluster that the inspector would look for, and nobody asks it.
FROM application AS trained
RUN ["java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:AOTCacheOutput=/app/application.aot", "-Dspring.aot.enabled=true", "-Dspring.context.exit=onRefresh", \
     "-Dspring.cloud.kubernetes.client.master-url=http://127.0.0.1:9", "-Dtgr.store.path=", "-jar", "application.jar"]

FROM application
COPY --from=trained /app/application.aot ./
ENV HOST=0.0.0.0 PORT=8080
ARG BASE_IMAGE
ARG MODULE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION
ARG CREATED
ARG SOURCE
LABEL org.opencontainers.image.title="${MODULE}" \
      org.opencontainers.image.description="${MODULE} of tgr, Trending Git Repositories" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="${BASE_IMAGE}" \
      io.tgr.sbom="/app/sbom/application.cdx.json"
EXPOSE 8080
USER 65532:65532
ENTRYPOINT ["java", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:AOTCache=/app/application.aot", \
            "-Dspring.aot.enabled=true", "-jar", "application.jar"]
