package io.tgr.deploy.route;

/**
 * Where a gateway sends a request, and how long it waits.
 *
 * @param backend namespace, name and port of the Service
 * @param timeout milliseconds for the whole answer, 0 for ever
 */
public record Route(String backend, int timeout) {

}
