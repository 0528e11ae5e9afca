/** A plain HTTP client of the gateway, for the demo and the benchmarks. It knows the outside of the suite only. */
package org.finplan.platform.devstack.client;
