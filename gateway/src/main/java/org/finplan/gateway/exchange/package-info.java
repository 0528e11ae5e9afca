/** What the gateway knows of one request, from its arrival to its end, and the answers that it gives itself. */
package org.finplan.gateway.exchange;
