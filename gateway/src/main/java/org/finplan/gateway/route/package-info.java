/** Forwards requests to the services. */
package org.finplan.gateway.route;
