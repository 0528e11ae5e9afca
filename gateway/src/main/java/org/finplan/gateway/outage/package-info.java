/** What the gateway says in its log of a neighbour that is away. */
package org.finplan.gateway.outage;
