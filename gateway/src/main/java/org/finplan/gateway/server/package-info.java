/** The HTTP server: what happens before the first handler of a request and after its last one. */
package org.finplan.gateway.server;
