/**
 * How fast the gateway is: beside nginx as a plain reverse proxy, a bare vertx-http-proxy and Spring Cloud Gateway with the
 * same checks, all before the same backend in the same run.
 */
package org.finplan.benchmarks.gateway;
