/** How the gateway takes part in versions of plan packages. */
package org.finplan.gateway.plan;
