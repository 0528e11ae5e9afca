/** One line and one measurement for each request that is over. */
package org.finplan.gateway.accesslog;
