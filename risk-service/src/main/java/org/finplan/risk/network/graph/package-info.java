/** A network of firms as compressed sparse rows over primitive arrays, the form that every kernel works on. */
package org.finplan.risk.network.graph;
