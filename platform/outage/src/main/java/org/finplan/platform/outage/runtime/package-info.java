/** The same within Quarkus: settings, the watch over the connection pool, sessions outside of it, a limit on repeated log lines. */
package org.finplan.platform.outage.runtime;
