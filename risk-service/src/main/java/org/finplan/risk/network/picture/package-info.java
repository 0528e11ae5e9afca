/** A component of a network as a picture (SVG) and as a file for graph programs (GraphML). */
package org.finplan.risk.network.picture;
