import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  trendCells,
  trendHead,
  trendHeadline
} from "./chunk-JZQQXRIF.js";
import {
  page,
  require_runtime
} from "./chunk-4YNCPQJR.js";
import {
  matchBaseline
} from "./chunk-FRDFQF3N.js";
import {
  alphaByDepth,
  alphaHistogram,
  boundsOf,
  buildView,
  byAttention,
  historyTrend,
  reportsOf,
  topOf
} from "./chunk-SY7DZH55.js";
import "./chunk-P5BOYOFB.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  visibleText
} from "./chunk-XLCYYEDR.js";
import "./chunk-H3H3TQFO.js";
import "./chunk-YDCUNMWD.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-QD66ABUT.js";
import "./chunk-IWKZHCAU.js";
import "./chunk-LSZFXY6A.js";
import {
  __toESM
} from "./chunk-4MUT4G64.js";

// src/report/html/render-html.ts
var import_runtime = __toESM(require_runtime(), 1);

// src/generated/page.ts
var SCRIPT = '"use strict";(()=>{function m(e,n={},...t){let r=document.createElement(e);for(let[i,o]of Object.entries(n))r.setAttribute(i,o);return r.append(...t),r}var Yt=500,Gt=["fail","inconclusive","warn","pass"];function Mn(e,n){let{columns:t,rows:r,mainColumns:i}=e,o=t.indexOf("verdict"),a=t.map((M,w)=>Ut(r,w)),l=[...e.worstFirst],f=Yt,s=m("tbody"),u=m("thead"),c=m("output",{class:"status"}),h=m("input",{type:"search",placeholder:"part of a name or reason"}),d=m("select",{},bn("","all"),...Gt.map(M=>bn(M,M))),p=m("input",{type:"checkbox"}),g=m("button",{type:"button",class:"more"},"Show all rows"),y=new Map,b=()=>p.checked?t.length:i,R=M=>{let w=y.get(M);if(w!==void 0)return w;let L=r[M].cells.slice(0,b()),$=m("tr",{},...L.map((x,I)=>Wt(x,t[I],a[I],n(M))));return y.set(M,$),$},A=()=>{let M=h.value.trim().toLowerCase(),w=l.filter(L=>{let{cells:$}=r[L];return(d.value===""||$[o]===d.value)&&(M===""||$.some(x=>typeof x=="string"&&x.toLowerCase().includes(M)))});s.replaceChildren(...w.slice(0,f).map(R)),g.hidden=w.length<=f,c.textContent=`${Math.min(w.length,f)} of ${r.length} layers shown`},N=(M,w)=>{l=r.map((L,$)=>$).sort((L,$)=>Qt(r,M,w,L,$));for(let[L,$]of[...u.querySelectorAll("th")].entries())L===M?$.setAttribute("aria-sort",w):$.removeAttribute("aria-sort");A()},E=()=>{let M=t.slice(0,b()).map((w,L)=>{let $=m("button",{type:"button"},w),x=m("th",{scope:"col",...a[L]&&{class:"number"}},$);return $.addEventListener("click",()=>N(L,x.getAttribute("aria-sort")==="ascending"?"descending":"ascending")),x});u.replaceChildren(m("tr",{},...M))};h.addEventListener("input",A),d.addEventListener("change",A),p.addEventListener("change",()=>{y.clear(),E(),A()});let _=()=>{f=1/0,A()};g.addEventListener("click",_),addEventListener("beforeprint",_),E(),A();let q=`Layers of ${e.name}; a column\'s name sorts by it, a layer\'s name leads to its plots`;return[m("h3",{},"Layers"),m("div",{class:"controls"},m("label",{},"Filter ",h),m("label",{},"Verdict ",d),m("label",{},p," All columns"),c),m("div",{class:"scroller",tabindex:"0",role:"region","aria-label":q},m("table",{},m("caption",{},q),u,s)),g]}function bn(e,n){return m("option",{value:e},n)}function Ut(e,n){return e.every(({cells:t})=>typeof t[n]!="string")}function Wt(e,n,t,r){let i=e===null?"\u2013":String(e);return n==="layer"?m("th",{scope:"row"},m("a",{href:`#${r}`},i)):n==="verdict"?m("td",{class:i},i):m("td",{class:t?"number":i.length>30?"words":"word"},i)}function Qt(e,n,t,r,i){let[o,a]=[e[r].cells[n],e[i].cells[n]];if(o===a)return r-i;if(o===null)return 1;if(a===null)return-1;let l=typeof o=="number"&&typeof a=="number"?o-a:String(o).localeCompare(String(a),"en",{numeric:!0});return t==="ascending"?l:-l}function ve(e,n){return e==null||n==null?NaN:e<n?-1:e>n?1:e>=n?0:NaN}function Zt(e,n){return e==null||n==null?NaN:n<e?-1:n>e?1:n>=e?0:NaN}function wn(e){let n,t,r;e.length!==2?(n=ve,t=(l,f)=>ve(e(l),f),r=(l,f)=>e(l)-f):(n=e===ve||e===Zt?e:Kt,t=e,r=e);function i(l,f,s=0,u=l.length){if(s<u){if(n(f,f)!==0)return u;do{let c=s+u>>>1;t(l[c],f)<0?s=c+1:u=c}while(s<u)}return s}function o(l,f,s=0,u=l.length){if(s<u){if(n(f,f)!==0)return u;do{let c=s+u>>>1;t(l[c],f)<=0?s=c+1:u=c}while(s<u)}return s}function a(l,f,s=0,u=l.length){let c=i(l,f,s,u-1);return c>s&&r(l[c-1],f)>-r(l[c],f)?c-1:c}return{left:i,center:a,right:o}}function Kt(){return 0}function Jt(e){return e===null?NaN:+e}var $n=wn(ve),vn=$n.right,Bi=$n.left,Di=wn(Jt).center;var Hi=kn(An),zi=kn(er);function kn(e){return function(n,t,r=t){if(!((t=+t)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:i,width:o,height:a}=n;if(!((o=Math.floor(o))>=0))throw new RangeError("invalid width");if(!((a=Math.floor(a!==void 0?a:i.length/o))>=0))throw new RangeError("invalid height");if(!o||!a||!t&&!r)return n;let l=t&&e(t),f=r&&e(r),s=i.slice();return l&&f?(Z(l,s,i,o,a),Z(l,i,s,o,a),Z(l,s,i,o,a),K(f,i,s,o,a),K(f,s,i,o,a),K(f,i,s,o,a)):l?(Z(l,i,s,o,a),Z(l,s,i,o,a),Z(l,i,s,o,a)):f&&(K(f,i,s,o,a),K(f,s,i,o,a),K(f,i,s,o,a)),n}}function Z(e,n,t,r,i){for(let o=0,a=r*i;o<a;)e(n,t,o,o+=r,1)}function K(e,n,t,r,i){for(let o=0,a=r*i;o<r;++o)e(n,t,o,o+a,r)}function er(e){let n=An(e);return(t,r,i,o,a)=>{i<<=2,o<<=2,a<<=2,n(t,r,i+0,o+0,a),n(t,r,i+1,o+1,a),n(t,r,i+2,o+2,a),n(t,r,i+3,o+3,a)}}function An(e){let n=Math.floor(e);if(n===e)return nr(e);let t=e-n,r=2*e+1;return(i,o,a,l,f)=>{if(!((l-=f)>=a))return;let s=n*o[a],u=f*n,c=u+f;for(let h=a,d=a+u;h<d;h+=f)s+=o[Math.min(l,h)];for(let h=a,d=l;h<=d;h+=f)s+=o[Math.min(l,h+u)],i[h]=(s+t*(o[Math.max(a,h-c)]+o[Math.min(l,h+c)]))/r,s-=o[Math.max(a,h-u)]}}function nr(e){let n=2*e+1;return(t,r,i,o,a)=>{if(!((o-=a)>=i))return;let l=e*r[i],f=a*e;for(let s=i,u=i+f;s<u;s+=a)l+=r[Math.min(o,s)];for(let s=i,u=o;s<=u;s+=a)l+=r[Math.min(o,s+f)],t[s]=l/n,l-=r[Math.max(i,s-f)]}}var tr=Array.prototype,ji=tr.slice;var rr=Math.sqrt(50),ir=Math.sqrt(10),or=Math.sqrt(2);function ke(e,n,t){let r=(n-e)/Math.max(0,t),i=Math.floor(Math.log10(r)),o=r/Math.pow(10,i),a=o>=rr?10:o>=ir?5:o>=or?2:1,l,f,s;return i<0?(s=Math.pow(10,-i)/a,l=Math.round(e*s),f=Math.round(n*s),l/s<e&&++l,f/s>n&&--f,s=-s):(s=Math.pow(10,i)*a,l=Math.round(e/s),f=Math.round(n/s),l*s<e&&++l,f*s>n&&--f),f<l&&.5<=t&&t<2?ke(e,n,t*2):[l,f,s]}function se(e,n,t){if(n=+n,e=+e,t=+t,!(t>0))return[];if(e===n)return[e];let r=n<e,[i,o,a]=r?ke(n,e,t):ke(e,n,t);if(!(o>=i))return[];let l=o-i+1,f=new Array(l);if(r)if(a<0)for(let s=0;s<l;++s)f[s]=(o-s)/-a;else for(let s=0;s<l;++s)f[s]=(o-s)*a;else if(a<0)for(let s=0;s<l;++s)f[s]=(i+s)/-a;else for(let s=0;s<l;++s)f[s]=(i+s)*a;return f}function Ae(e,n,t){return n=+n,e=+e,t=+t,ke(e,n,t)[2]}function Nn(e,n,t){n=+n,e=+e,t=+t;let r=n<e,i=r?Ae(n,e,t):Ae(e,n,t);return(r?-1:1)*(i<0?1/-i:i)}var Fi=ar(Math.random);function ar(e){return function(t,r=0,i=t.length){let o=i-(r=+r);for(;o;){let a=e()*o--|0,l=t[o+r];t[o+r]=t[a+r],t[a+r]=l}return t}}function Ne(e,n){switch(arguments.length){case 0:break;case 1:this.range(e);break;default:this.range(n).domain(e);break}return this}function te(e,n,t){e.prototype=n.prototype=t,t.constructor=e}function ce(e,n){var t=Object.create(e.prototype);for(var r in n)t[r]=n[r];return t}function j(){}var Y=.7,ne=1/Y,J="\\\\s*([+-]?\\\\d+)\\\\s*",fe="\\\\s*([+-]?(?:\\\\d*\\\\.)?\\\\d+(?:[eE][+-]?\\\\d+)?)\\\\s*",B="\\\\s*([+-]?(?:\\\\d*\\\\.)?\\\\d+(?:[eE][+-]?\\\\d+)?)%\\\\s*",lr=/^#([0-9a-f]{3,8})$/,sr=new RegExp(`^rgb\\\\(${J},${J},${J}\\\\)$`),fr=new RegExp(`^rgb\\\\(${B},${B},${B}\\\\)$`),ur=new RegExp(`^rgba\\\\(${J},${J},${J},${fe}\\\\)$`),cr=new RegExp(`^rgba\\\\(${B},${B},${B},${fe}\\\\)$`),hr=new RegExp(`^hsl\\\\(${fe},${B},${B}\\\\)$`),dr=new RegExp(`^hsla\\\\(${fe},${B},${B},${fe}\\\\)$`),_n={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};te(j,re,{copy(e){return Object.assign(new this.constructor,this,e)},displayable(){return this.rgb().displayable()},hex:Sn,formatHex:Sn,formatHex8:mr,formatHsl:pr,formatRgb:Ln,toString:Ln});function Sn(){return this.rgb().formatHex()}function mr(){return this.rgb().formatHex8()}function pr(){return Bn(this).formatHsl()}function Ln(){return this.rgb().formatRgb()}function re(e){var n,t;return e=(e+"").trim().toLowerCase(),(n=lr.exec(e))?(t=n[1].length,n=parseInt(n[1],16),t===6?En(n):t===3?new v(n>>8&15|n>>4&240,n>>4&15|n&240,(n&15)<<4|n&15,1):t===8?_e(n>>24&255,n>>16&255,n>>8&255,(n&255)/255):t===4?_e(n>>12&15|n>>8&240,n>>8&15|n>>4&240,n>>4&15|n&240,((n&15)<<4|n&15)/255):null):(n=sr.exec(e))?new v(n[1],n[2],n[3],1):(n=fr.exec(e))?new v(n[1]*255/100,n[2]*255/100,n[3]*255/100,1):(n=ur.exec(e))?_e(n[1],n[2],n[3],n[4]):(n=cr.exec(e))?_e(n[1]*255/100,n[2]*255/100,n[3]*255/100,n[4]):(n=hr.exec(e))?Cn(n[1],n[2]/100,n[3]/100,1):(n=dr.exec(e))?Cn(n[1],n[2]/100,n[3]/100,n[4]):_n.hasOwnProperty(e)?En(_n[e]):e==="transparent"?new v(NaN,NaN,NaN,0):null}function En(e){return new v(e>>16&255,e>>8&255,e&255,1)}function _e(e,n,t,r){return r<=0&&(e=n=t=NaN),new v(e,n,t,r)}function Qe(e){return e instanceof j||(e=re(e)),e?(e=e.rgb(),new v(e.r,e.g,e.b,e.opacity)):new v}function he(e,n,t,r){return arguments.length===1?Qe(e):new v(e,n,t,r??1)}function v(e,n,t,r){this.r=+e,this.g=+n,this.b=+t,this.opacity=+r}te(v,he,ce(j,{brighter(e){return e=e==null?ne:Math.pow(ne,e),new v(this.r*e,this.g*e,this.b*e,this.opacity)},darker(e){return e=e==null?Y:Math.pow(Y,e),new v(this.r*e,this.g*e,this.b*e,this.opacity)},rgb(){return this},clamp(){return new v(X(this.r),X(this.g),X(this.b),Le(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Pn,formatHex:Pn,formatHex8:gr,formatRgb:Rn,toString:Rn}));function Pn(){return`#${F(this.r)}${F(this.g)}${F(this.b)}`}function gr(){return`#${F(this.r)}${F(this.g)}${F(this.b)}${F((isNaN(this.opacity)?1:this.opacity)*255)}`}function Rn(){let e=Le(this.opacity);return`${e===1?"rgb(":"rgba("}${X(this.r)}, ${X(this.g)}, ${X(this.b)}${e===1?")":`, ${e})`}`}function Le(e){return isNaN(e)?1:Math.max(0,Math.min(1,e))}function X(e){return Math.max(0,Math.min(255,Math.round(e)||0))}function F(e){return e=X(e),(e<16?"0":"")+e.toString(16)}function Cn(e,n,t,r){return r<=0?e=n=t=NaN:t<=0||t>=1?e=n=NaN:n<=0&&(e=NaN),new T(e,n,t,r)}function Bn(e){if(e instanceof T)return new T(e.h,e.s,e.l,e.opacity);if(e instanceof j||(e=re(e)),!e)return new T;if(e instanceof T)return e;e=e.rgb();var n=e.r/255,t=e.g/255,r=e.b/255,i=Math.min(n,t,r),o=Math.max(n,t,r),a=NaN,l=o-i,f=(o+i)/2;return l?(n===o?a=(t-r)/l+(t<r)*6:t===o?a=(r-n)/l+2:a=(n-t)/l+4,l/=f<.5?o+i:2-o-i,a*=60):l=f>0&&f<1?0:a,new T(a,l,f,e.opacity)}function Pe(e,n,t,r){return arguments.length===1?Bn(e):new T(e,n,t,r??1)}function T(e,n,t,r){this.h=+e,this.s=+n,this.l=+t,this.opacity=+r}te(T,Pe,ce(j,{brighter(e){return e=e==null?ne:Math.pow(ne,e),new T(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?Y:Math.pow(Y,e),new T(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=this.h%360+(this.h<0)*360,n=isNaN(e)||isNaN(this.s)?0:this.s,t=this.l,r=t+(t<.5?t:1-t)*n,i=2*t-r;return new v(Ve(e>=240?e-240:e+120,i,r),Ve(e,i,r),Ve(e<120?e+240:e-120,i,r),this.opacity)},clamp(){return new T(Tn(this.h),Se(this.s),Se(this.l),Le(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let e=Le(this.opacity);return`${e===1?"hsl(":"hsla("}${Tn(this.h)}, ${Se(this.s)*100}%, ${Se(this.l)*100}%${e===1?")":`, ${e})`}`}}));function Tn(e){return e=(e||0)%360,e<0?e+360:e}function Se(e){return Math.max(0,Math.min(1,e||0))}function Ve(e,n,t){return(e<60?n+(t-n)*e/60:e<180?t:e<240?n+(t-n)*(240-e)/60:n)*255}var Dn=Math.PI/180,Hn=180/Math.PI,Ee=18,zn=.96422,jn=1,Fn=.82521,Xn=4/29,ee=6/29,Vn=3*ee*ee,xr=ee*ee*ee;function Yn(e){if(e instanceof D)return new D(e.l,e.a,e.b,e.opacity);if(e instanceof z)return Un(e);e instanceof v||(e=Qe(e));var n=We(e.r),t=We(e.g),r=We(e.b),i=Ye((.2225045*n+.7168786*t+.0606169*r)/jn),o,a;return n===t&&t===r?o=a=i:(o=Ye((.4360747*n+.3850649*t+.1430804*r)/zn),a=Ye((.0139322*n+.0971045*t+.7141733*r)/Fn)),new D(116*i-16,500*(o-i),200*(i-a),e.opacity)}function Gn(e,n,t,r){return arguments.length===1?Yn(e):new D(e,n,t,r??1)}function D(e,n,t,r){this.l=+e,this.a=+n,this.b=+t,this.opacity=+r}te(D,Gn,ce(j,{brighter(e){return new D(this.l+Ee*(e??1),this.a,this.b,this.opacity)},darker(e){return new D(this.l-Ee*(e??1),this.a,this.b,this.opacity)},rgb(){var e=(this.l+16)/116,n=isNaN(this.a)?e:e+this.a/500,t=isNaN(this.b)?e:e-this.b/200;return n=zn*Ge(n),e=jn*Ge(e),t=Fn*Ge(t),new v(Ue(3.1338561*n-1.6168667*e-.4906146*t),Ue(-.9787684*n+1.9161415*e+.033454*t),Ue(.0719453*n-.2289914*e+1.4052427*t),this.opacity)}}));function Ye(e){return e>xr?Math.pow(e,1/3):e/Vn+Xn}function Ge(e){return e>ee?e*e*e:Vn*(e-Xn)}function Ue(e){return 255*(e<=.0031308?12.92*e:1.055*Math.pow(e,1/2.4)-.055)}function We(e){return(e/=255)<=.04045?e/12.92:Math.pow((e+.055)/1.055,2.4)}function yr(e){if(e instanceof z)return new z(e.h,e.c,e.l,e.opacity);if(e instanceof D||(e=Yn(e)),e.a===0&&e.b===0)return new z(NaN,0<e.l&&e.l<100?0:NaN,e.l,e.opacity);var n=Math.atan2(e.b,e.a)*Hn;return new z(n<0?n+360:n,Math.sqrt(e.a*e.a+e.b*e.b),e.l,e.opacity)}function Re(e,n,t,r){return arguments.length===1?yr(e):new z(e,n,t,r??1)}function z(e,n,t,r){this.h=+e,this.c=+n,this.l=+t,this.opacity=+r}function Un(e){if(isNaN(e.h))return new D(e.l,0,0,e.opacity);var n=e.h*Dn;return new D(e.l,Math.cos(n)*e.c,Math.sin(n)*e.c,e.opacity)}te(z,Re,ce(j,{brighter(e){return new z(this.h,this.c,this.l+Ee*(e??1),this.opacity)},darker(e){return new z(this.h,this.c,this.l-Ee*(e??1),this.opacity)},rgb(){return Un(this).rgb()}}));var Wn=-.14861,Ze=1.78277,Ke=-.29227,Ce=-.90649,ue=1.97294,On=ue*Ce,qn=ue*Ze,In=Ze*Ke-Ce*Wn;function br(e){if(e instanceof V)return new V(e.h,e.s,e.l,e.opacity);e instanceof v||(e=Qe(e));var n=e.r/255,t=e.g/255,r=e.b/255,i=(In*r+On*n-qn*t)/(In+On-qn),o=r-i,a=(ue*(t-i)-Ke*o)/Ce,l=Math.sqrt(a*a+o*o)/(ue*i*(1-i)),f=l?Math.atan2(a,o)*Hn-120:NaN;return new V(f<0?f+360:f,l,i,e.opacity)}function Te(e,n,t,r){return arguments.length===1?br(e):new V(e,n,t,r??1)}function V(e,n,t,r){this.h=+e,this.s=+n,this.l=+t,this.opacity=+r}te(V,Te,ce(j,{brighter(e){return e=e==null?ne:Math.pow(ne,e),new V(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?Y:Math.pow(Y,e),new V(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=isNaN(this.h)?0:(this.h+120)*Dn,n=+this.l,t=isNaN(this.s)?0:this.s*n*(1-n),r=Math.cos(e),i=Math.sin(e);return new v(255*(n+t*(Wn*r+Ze*i)),255*(n+t*(Ke*r+Ce*i)),255*(n+t*(ue*r)),this.opacity)}}));function Jn(e,n,t,r,i){var o=e*e,a=o*e;return((1-3*e+3*o-a)*n+(4-6*o+3*a)*t+(1+3*e+3*o-3*a)*r+a*i)/6}function Mr(e){var n=e.length-1;return function(t){var r=t<=0?t=0:t>=1?(t=1,n-1):Math.floor(t*n),i=e[r],o=e[r+1],a=r>0?e[r-1]:2*i-o,l=r<n-1?e[r+2]:2*o-i;return Jn((t-r/n)*n,a,i,o,l)}}function wr(e){var n=e.length;return function(t){var r=Math.floor(((t%=1)<0?++t:t)*n),i=e[(r+n-1)%n],o=e[r%n],a=e[(r+1)%n],l=e[(r+2)%n];return Jn((t-r/n)*n,i,o,a,l)}}var qe=e=>()=>e;function et(e,n){return function(t){return e+t*n}}function $r(e,n,t){return e=Math.pow(e,t),n=Math.pow(n,t)-e,t=1/t,function(r){return Math.pow(e+r*n,t)}}function tn(e,n){var t=n-e;return t?et(e,t>180||t<-180?t-360*Math.round(t/360):t):qe(isNaN(e)?n:e)}function vr(e){return(e=+e)==1?P:function(n,t){return t-n?$r(n,t,e):qe(isNaN(n)?t:n)}}function P(e,n){var t=n-e;return t?et(e,t):qe(isNaN(e)?n:e)}var Qn=(function e(n){var t=vr(n);function r(i,o){var a=t((i=he(i)).r,(o=he(o)).r),l=t(i.g,o.g),f=t(i.b,o.b),s=P(i.opacity,o.opacity);return function(u){return i.r=a(u),i.g=l(u),i.b=f(u),i.opacity=s(u),i+""}}return r.gamma=e,r})(1);function nt(e){return function(n){var t=n.length,r=new Array(t),i=new Array(t),o=new Array(t),a,l;for(a=0;a<t;++a)l=he(n[a]),r[a]=l.r||0,i[a]=l.g||0,o[a]=l.b||0;return r=e(r),i=e(i),o=e(o),l.opacity=1,function(f){return l.r=r(f),l.g=i(f),l.b=o(f),l+""}}}var Ui=nt(Mr),Wi=nt(wr);function kr(e,n){n||(n=[]);var t=e?Math.min(n.length,e.length):0,r=n.slice(),i;return function(o){for(i=0;i<t;++i)r[i]=e[i]*(1-o)+n[i]*o;return r}}function Ar(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function Nr(e,n){var t=n?n.length:0,r=e?Math.min(t,e.length):0,i=new Array(r),o=new Array(t),a;for(a=0;a<r;++a)i[a]=Ie(e[a],n[a]);for(;a<t;++a)o[a]=n[a];return function(l){for(a=0;a<r;++a)o[a]=i[a](l);return o}}function _r(e,n){var t=new Date;return e=+e,n=+n,function(r){return t.setTime(e*(1-r)+n*r),t}}function O(e,n){return e=+e,n=+n,function(t){return e*(1-t)+n*t}}function Sr(e,n){var t={},r={},i;(e===null||typeof e!="object")&&(e={}),(n===null||typeof n!="object")&&(n={});for(i in n)i in e?t[i]=Ie(e[i],n[i]):r[i]=n[i];return function(o){for(i in t)r[i]=t[i](o);return r}}var en=/[-+]?(?:\\d+\\.?\\d*|\\.?\\d+)(?:[eE][-+]?\\d+)?/g,Je=new RegExp(en.source,"g");function Lr(e){return function(){return e}}function Er(e){return function(n){return e(n)+""}}function Pr(e,n){var t=en.lastIndex=Je.lastIndex=0,r,i,o,a=-1,l=[],f=[];for(e=e+"",n=n+"";(r=en.exec(e))&&(i=Je.exec(n));)(o=i.index)>t&&(o=n.slice(t,o),l[a]?l[a]+=o:l[++a]=o),(r=r[0])===(i=i[0])?l[a]?l[a]+=i:l[++a]=i:(l[++a]=null,f.push({i:a,x:O(r,i)})),t=Je.lastIndex;return t<n.length&&(o=n.slice(t),l[a]?l[a]+=o:l[++a]=o),l.length<2?f[0]?Er(f[0].x):Lr(n):(n=f.length,function(s){for(var u=0,c;u<n;++u)l[(c=f[u]).i]=c.x(s);return l.join("")})}function Ie(e,n){var t=typeof n,r;return n==null||t==="boolean"?qe(n):(t==="number"?O:t==="string"?(r=re(n))?(n=r,Qn):Pr:n instanceof re?Qn:n instanceof Date?_r:Ar(n)?kr:Array.isArray(n)?Nr:typeof n.valueOf!="function"&&typeof n.toString!="function"||isNaN(n)?Sr:O)(e,n)}function tt(e,n){return e=+e,n=+n,function(t){return Math.round(e*(1-t)+n*t)}}var Zn=180/Math.PI,nn={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function rt(e,n,t,r,i,o){var a,l,f;return(a=Math.sqrt(e*e+n*n))&&(e/=a,n/=a),(f=e*t+n*r)&&(t-=e*f,r-=n*f),(l=Math.sqrt(t*t+r*r))&&(t/=l,r/=l,f/=l),e*r<n*t&&(e=-e,n=-n,f=-f,a=-a),{translateX:i,translateY:o,rotate:Math.atan2(n,e)*Zn,skewX:Math.atan(f)*Zn,scaleX:a,scaleY:l}}var Oe;function Rr(e){let n=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(e+"");return n.isIdentity?nn:rt(n.a,n.b,n.c,n.d,n.e,n.f)}function Cr(e){return e==null||(Oe||(Oe=document.createElementNS("http://www.w3.org/2000/svg","g")),Oe.setAttribute("transform",e),!(e=Oe.transform.baseVal.consolidate()))?nn:(e=e.matrix,rt(e.a,e.b,e.c,e.d,e.e,e.f))}function it(e,n,t,r){function i(s){return s.length?s.pop()+" ":""}function o(s,u,c,h,d,p){if(s!==c||u!==h){var g=d.push("translate(",null,n,null,t);p.push({i:g-4,x:O(s,c)},{i:g-2,x:O(u,h)})}else(c||h)&&d.push("translate("+c+n+h+t)}function a(s,u,c,h){s!==u?(s-u>180?u+=360:u-s>180&&(s+=360),h.push({i:c.push(i(c)+"rotate(",null,r)-2,x:O(s,u)})):u&&c.push(i(c)+"rotate("+u+r)}function l(s,u,c,h){s!==u?h.push({i:c.push(i(c)+"skewX(",null,r)-2,x:O(s,u)}):u&&c.push(i(c)+"skewX("+u+r)}function f(s,u,c,h,d,p){if(s!==c||u!==h){var g=d.push(i(d)+"scale(",null,",",null,")");p.push({i:g-4,x:O(s,c)},{i:g-2,x:O(u,h)})}else(c!==1||h!==1)&&d.push(i(d)+"scale("+c+","+h+")")}return function(s,u){var c=[],h=[];return s=e(s),u=e(u),o(s.translateX,s.translateY,u.translateX,u.translateY,c,h),a(s.rotate,u.rotate,c,h),l(s.skewX,u.skewX,c,h),f(s.scaleX,s.scaleY,u.scaleX,u.scaleY,c,h),s=u=null,function(d){for(var p=-1,g=h.length,y;++p<g;)c[(y=h[p]).i]=y.x(d);return c.join("")}}}var Qi=it(Rr,"px, ","px)","deg)"),Zi=it(Cr,", ",")",")"),Tr=1e-12;function Kn(e){return((e=Math.exp(e))+1/e)/2}function Or(e){return((e=Math.exp(e))-1/e)/2}function qr(e){return((e=Math.exp(2*e))-1)/(e+1)}var Ki=(function e(n,t,r){function i(o,a){var l=o[0],f=o[1],s=o[2],u=a[0],c=a[1],h=a[2],d=u-l,p=c-f,g=d*d+p*p,y,b;if(g<Tr)b=Math.log(h/s)/n,y=function(q){return[l+q*d,f+q*p,s*Math.exp(n*q*b)]};else{var R=Math.sqrt(g),A=(h*h-s*s+r*g)/(2*s*t*R),N=(h*h-s*s-r*g)/(2*h*t*R),E=Math.log(Math.sqrt(A*A+1)-A),_=Math.log(Math.sqrt(N*N+1)-N);b=(_-E)/n,y=function(q){var M=q*b,w=Kn(E),L=s/(t*R)*(w*qr(n*M+E)-Or(E));return[l+L*d,f+L*p,s*w/Kn(n*M+E)]}}return y.duration=Math.abs(b)*1e3*n/Math.SQRT2,y}return i.rho=function(o){var a=Math.max(.001,+o),l=a*a,f=l*l;return e(a,l,f)},i})(Math.SQRT2,2,4);function ot(e){return function(n,t){var r=e((n=Pe(n)).h,(t=Pe(t)).h),i=P(n.s,t.s),o=P(n.l,t.l),a=P(n.opacity,t.opacity);return function(l){return n.h=r(l),n.s=i(l),n.l=o(l),n.opacity=a(l),n+""}}}var Ji=ot(tn),eo=ot(P);function at(e){return function(n,t){var r=e((n=Re(n)).h,(t=Re(t)).h),i=P(n.c,t.c),o=P(n.l,t.l),a=P(n.opacity,t.opacity);return function(l){return n.h=r(l),n.c=i(l),n.l=o(l),n.opacity=a(l),n+""}}}var no=at(tn),to=at(P);function lt(e){return(function n(t){t=+t;function r(i,o){var a=e((i=Te(i)).h,(o=Te(o)).h),l=P(i.s,o.s),f=P(i.l,o.l),s=P(i.opacity,o.opacity);return function(u){return i.h=a(u),i.s=l(u),i.l=f(Math.pow(u,t)),i.opacity=s(u),i+""}}return r.gamma=n,r})(1)}var ro=lt(tn),io=lt(P);function rn(e){return function(){return e}}function on(e){return+e}var st=[0,1];function ie(e){return e}function an(e,n){return(n-=e=+e)?function(t){return(t-e)/n}:rn(isNaN(n)?NaN:.5)}function Ir(e,n){var t;return e>n&&(t=e,e=n,n=t),function(r){return Math.max(e,Math.min(n,r))}}function Br(e,n,t){var r=e[0],i=e[1],o=n[0],a=n[1];return i<r?(r=an(i,r),o=t(a,o)):(r=an(r,i),o=t(o,a)),function(l){return o(r(l))}}function Dr(e,n,t){var r=Math.min(e.length,n.length)-1,i=new Array(r),o=new Array(r),a=-1;for(e[r]<e[0]&&(e=e.slice().reverse(),n=n.slice().reverse());++a<r;)i[a]=an(e[a],e[a+1]),o[a]=t(n[a],n[a+1]);return function(l){var f=vn(e,l,1,r)-1;return o[f](i[f](l))}}function Be(e,n){return n.domain(e.domain()).range(e.range()).interpolate(e.interpolate()).clamp(e.clamp()).unknown(e.unknown())}function ln(){var e=st,n=st,t=Ie,r,i,o,a=ie,l,f,s;function u(){var h=Math.min(e.length,n.length);return a!==ie&&(a=Ir(e[0],e[h-1])),l=h>2?Dr:Br,f=s=null,c}function c(h){return h==null||isNaN(h=+h)?o:(f||(f=l(e.map(r),n,t)))(r(a(h)))}return c.invert=function(h){return a(i((s||(s=l(n,e.map(r),O)))(h)))},c.domain=function(h){return arguments.length?(e=Array.from(h,on),u()):e.slice()},c.range=function(h){return arguments.length?(n=Array.from(h),u()):n.slice()},c.rangeRound=function(h){return n=Array.from(h),t=tt,u()},c.clamp=function(h){return arguments.length?(a=h?!0:ie,u()):a!==ie},c.interpolate=function(h){return arguments.length?(t=h,u()):t},c.unknown=function(h){return arguments.length?(o=h,c):o},function(h,d){return r=h,i=d,u()}}function sn(){return ln()(ie,ie)}function Hr(e){return Math.abs(e=Math.round(e))>=1e21?e.toLocaleString("en").replace(/,/g,""):e.toString(10)}function He(e,n){if(!isFinite(e)||e===0)return null;var t=(e=n?e.toExponential(n-1):e.toExponential()).indexOf("e"),r=e.slice(0,t);return[r.length>1?r[0]+r.slice(2):r,+e.slice(t+1)]}function oe(e){return e=He(Math.abs(e)),e?e[1]:NaN}function zr(e,n){return function(t,r){for(var i=t.length,o=[],a=0,l=e[0],f=0;i>0&&l>0&&(f+l+1>r&&(l=Math.max(1,r-f)),o.push(t.substring(i-=l,i+l)),!((f+=l+1)>r));)l=e[a=(a+1)%e.length];return o.reverse().join(n)}}function jr(e){return function(n){return n.replace(/[0-9]/g,function(t){return e[+t]})}}var Fr=/^(?:(.)?([<>=^]))?([+\\-( ])?([$#])?(0)?(\\d+)?(,)?(\\.\\d+)?(~)?([a-z%])?$/i;function G(e){if(!(n=Fr.exec(e)))throw new Error("invalid format: "+e);var n;return new fn({fill:n[1],align:n[2],sign:n[3],symbol:n[4],zero:n[5],width:n[6],comma:n[7],precision:n[8]&&n[8].slice(1),trim:n[9],type:n[10]})}G.prototype=fn.prototype;function fn(e){this.fill=e.fill===void 0?" ":e.fill+"",this.align=e.align===void 0?">":e.align+"",this.sign=e.sign===void 0?"-":e.sign+"",this.symbol=e.symbol===void 0?"":e.symbol+"",this.zero=!!e.zero,this.width=e.width===void 0?void 0:+e.width,this.comma=!!e.comma,this.precision=e.precision===void 0?void 0:+e.precision,this.trim=!!e.trim,this.type=e.type===void 0?"":e.type+""}fn.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function Xr(e){e:for(var n=e.length,t=1,r=-1,i;t<n;++t)switch(e[t]){case".":r=i=t;break;case"0":r===0&&(r=t),i=t;break;default:if(!+e[t])break e;r>0&&(r=0);break}return r>0?e.slice(0,r)+e.slice(i+1):e}var ze;function Vr(e,n){var t=He(e,n);if(!t)return ze=void 0,e.toPrecision(n);var r=t[0],i=t[1],o=i-(ze=Math.max(-8,Math.min(8,Math.floor(i/3)))*3)+1,a=r.length;return o===a?r:o>a?r+new Array(o-a+1).join("0"):o>0?r.slice(0,o)+"."+r.slice(o):"0."+new Array(1-o).join("0")+He(e,Math.max(0,n+o-1))[0]}function ft(e,n){var t=He(e,n);if(!t)return e+"";var r=t[0],i=t[1];return i<0?"0."+new Array(-i).join("0")+r:r.length>i+1?r.slice(0,i+1)+"."+r.slice(i+1):r+new Array(i-r.length+2).join("0")}var ut={"%":(e,n)=>(e*100).toFixed(n),b:e=>Math.round(e).toString(2),c:e=>e+"",d:Hr,e:(e,n)=>e.toExponential(n),f:(e,n)=>e.toFixed(n),g:(e,n)=>e.toPrecision(n),o:e=>Math.round(e).toString(8),p:(e,n)=>ft(e*100,n),r:ft,s:Vr,X:e=>Math.round(e).toString(16).toUpperCase(),x:e=>Math.round(e).toString(16)};function ct(e){return e}var ht=Array.prototype.map,dt=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function Yr(e){var n=e.grouping===void 0||e.thousands===void 0?ct:zr(ht.call(e.grouping,Number),e.thousands+""),t=e.currency===void 0?"":e.currency[0]+"",r=e.currency===void 0?"":e.currency[1]+"",i=e.decimal===void 0?".":e.decimal+"",o=e.numerals===void 0?ct:jr(ht.call(e.numerals,String)),a=e.percent===void 0?"%":e.percent+"",l=e.minus===void 0?"\u2212":e.minus+"",f=e.nan===void 0?"NaN":e.nan+"";function s(c,h){c=G(c);var d=c.fill,p=c.align,g=c.sign,y=c.symbol,b=c.zero,R=c.width,A=c.comma,N=c.precision,E=c.trim,_=c.type;_==="n"?(A=!0,_="g"):ut[_]||(N===void 0&&(N=12),E=!0,_="g"),(b||d==="0"&&p==="=")&&(b=!0,d="0",p="=");var q=(h&&h.prefix!==void 0?h.prefix:"")+(y==="$"?t:y==="#"&&/[boxX]/.test(_)?"0"+_.toLowerCase():""),M=(y==="$"?r:/[%p]/.test(_)?a:"")+(h&&h.suffix!==void 0?h.suffix:""),w=ut[_],L=/[defgprs%]/.test(_);N=N===void 0?6:/[gprs]/.test(_)?Math.max(1,Math.min(21,N)):Math.max(0,Math.min(20,N));function $(x){var I=q,C=M,Q,yn,Me;if(_==="c")C=w(x)+C,x="";else{x=+x;var we=x<0||1/x<0;if(x=isNaN(x)?f:w(Math.abs(x),N),E&&(x=Xr(x)),we&&+x==0&&g!=="+"&&(we=!1),I=(we?g==="("?g:l:g==="-"||g==="("?"":g)+I,C=(_==="s"&&!isNaN(x)&&ze!==void 0?dt[8+ze/3]:"")+C+(we&&g==="("?")":""),L){for(Q=-1,yn=x.length;++Q<yn;)if(Me=x.charCodeAt(Q),48>Me||Me>57){C=(Me===46?i+x.slice(Q+1):x.slice(Q))+C,x=x.slice(0,Q);break}}}A&&!b&&(x=n(x,1/0));var $e=I.length+x.length+C.length,H=$e<R?new Array(R-$e+1).join(d):"";switch(A&&b&&(x=n(H+x,H.length?R-C.length:1/0),H=""),p){case"<":x=I+x+C+H;break;case"=":x=I+H+x+C;break;case"^":x=H.slice(0,$e=H.length>>1)+I+x+C+H.slice($e);break;default:x=H+I+x+C;break}return o(x)}return $.toString=function(){return c+""},$}function u(c,h){var d=Math.max(-8,Math.min(8,Math.floor(oe(h)/3)))*3,p=Math.pow(10,-d),g=s((c=G(c),c.type="f",c),{suffix:dt[8+d/3]});return function(y){return g(p*y)}}return{format:s,formatPrefix:u}}var De,de,un;Gr({thousands:",",grouping:[3],currency:["$",""]});function Gr(e){return De=Yr(e),de=De.format,un=De.formatPrefix,De}function mt(e){return Math.max(0,-oe(Math.abs(e)))}function pt(e,n){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(oe(n)/3)))*3-oe(Math.abs(e)))}function gt(e,n){return e=Math.abs(e),n=Math.abs(n)-e,Math.max(0,oe(n)-oe(e))+1}function cn(e,n,t,r){var i=Nn(e,n,t),o;switch(r=G(r??",f"),r.type){case"s":{var a=Math.max(Math.abs(e),Math.abs(n));return r.precision==null&&!isNaN(o=pt(i,a))&&(r.precision=o),un(r,a)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(o=gt(i,Math.max(Math.abs(e),Math.abs(n))))&&(r.precision=o-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(o=mt(i))&&(r.precision=o-(r.type==="%")*2);break}}return de(r)}function Ur(e){var n=e.domain;return e.ticks=function(t){var r=n();return se(r[0],r[r.length-1],t??10)},e.tickFormat=function(t,r){var i=n();return cn(i[0],i[i.length-1],t??10,r)},e.nice=function(t){t==null&&(t=10);var r=n(),i=0,o=r.length-1,a=r[i],l=r[o],f,s,u=10;for(l<a&&(s=a,a=l,l=s,s=i,i=o,o=s);u-- >0;){if(s=Ae(a,l,t),s===f)return r[i]=a,r[o]=l,n(r);if(s>0)a=Math.floor(a/s)*s,l=Math.ceil(l/s)*s;else if(s<0)a=Math.ceil(a*s)/s,l=Math.floor(l*s)/s;else break;f=s}return e},e}function me(){var e=sn();return e.copy=function(){return Be(e,me())},Ne.apply(e,arguments),Ur(e)}function hn(e,n){e=e.slice();var t=0,r=e.length-1,i=e[t],o=e[r],a;return o<i&&(a=t,t=r,r=a,a=i,i=o,o=a),e[t]=n.floor(i),e[r]=n.ceil(o),e}function xt(e){return Math.log(e)}function yt(e){return Math.exp(e)}function Wr(e){return-Math.log(-e)}function Qr(e){return-Math.exp(-e)}function Zr(e){return isFinite(e)?+("1e"+e):e<0?0:e}function Kr(e){return e===10?Zr:e===Math.E?Math.exp:n=>Math.pow(e,n)}function Jr(e){return e===Math.E?Math.log:e===10&&Math.log10||e===2&&Math.log2||(e=Math.log(e),n=>Math.log(n)/e)}function bt(e){return(n,t)=>-e(-n,t)}function ei(e){let n=e(xt,yt),t=n.domain,r=10,i,o;function a(){return i=Jr(r),o=Kr(r),t()[0]<0?(i=bt(i),o=bt(o),e(Wr,Qr)):e(xt,yt),n}return n.base=function(l){return arguments.length?(r=+l,a()):r},n.domain=function(l){return arguments.length?(t(l),a()):t()},n.ticks=l=>{let f=t(),s=f[0],u=f[f.length-1],c=u<s;c&&([s,u]=[u,s]);let h=i(s),d=i(u),p,g,y=l==null?10:+l,b=[];if(!(r%1)&&d-h<y){if(h=Math.floor(h),d=Math.ceil(d),s>0){for(;h<=d;++h)for(p=1;p<r;++p)if(g=h<0?p/o(-h):p*o(h),!(g<s)){if(g>u)break;b.push(g)}}else for(;h<=d;++h)for(p=r-1;p>=1;--p)if(g=h>0?p/o(-h):p*o(h),!(g<s)){if(g>u)break;b.push(g)}b.length*2<y&&(b=se(s,u,y))}else b=se(h,d,Math.min(d-h,y)).map(o);return c?b.reverse():b},n.tickFormat=(l,f)=>{if(l==null&&(l=10),f==null&&(f=r===10?"s":","),typeof f!="function"&&(!(r%1)&&(f=G(f)).precision==null&&(f.trim=!0),f=de(f)),l===1/0)return f;let s=Math.max(1,r*l/n.ticks().length);return u=>{let c=u/o(Math.round(i(u)));return c*r<r-.5&&(c*=r),c<=s?f(u):""}},n.nice=()=>t(hn(t(),{floor:l=>o(Math.floor(i(l))),ceil:l=>o(Math.ceil(i(l)))})),n}function pe(){let e=ei(ln()).domain([1,10]);return e.copy=()=>Be(e,pe()).base(e.base()),Ne.apply(e,arguments),e}function U(e){return function(){return e}}var ge=Math.PI,dn=2*ge,W=1e-6,ni=dn-W;function Mt(e){this._+=e[0];for(let n=1,t=e.length;n<t;++n)this._+=arguments[n]+e[n]}function ti(e){let n=Math.floor(e);if(!(n>=0))throw new Error(`invalid digits: ${e}`);if(n>15)return Mt;let t=10**n;return function(r){this._+=r[0];for(let i=1,o=r.length;i<o;++i)this._+=Math.round(arguments[i]*t)/t+r[i]}}function wt(e,n,t,r){return e===t&&n===r}function ri(e){let n=Math.floor(e);if(!(n<=15))return wt;let t=10**n,r=function(i){return Math.round(i*t)};return function(i,o,a,l){return r(i)===r(a)&&r(o)===r(l)}}var ae=class{constructor(n){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=n==null?Mt:ti(n),this._equal=n==null?wt:ri(n)}moveTo(n,t){this._append`M${this._x0=this._x1=+n},${this._y0=this._y1=+t}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(n,t){this._append`L${this._x1=+n},${this._y1=+t}`}quadraticCurveTo(n,t,r,i){this._append`Q${+n},${+t},${this._x1=+r},${this._y1=+i}`}bezierCurveTo(n,t,r,i,o,a){this._append`C${+n},${+t},${+r},${+i},${this._x1=+o},${this._y1=+a}`}arcTo(n,t,r,i,o){if(n=+n,t=+t,r=+r,i=+i,o=+o,o<0)throw new Error(`negative radius: ${o}`);let a=this._x1,l=this._y1,f=r-n,s=i-t,u=a-n,c=l-t,h=u*u+c*c;if(this._x1===null)this._append`M${this._x1=n},${this._y1=t}`;else if(h>W)if(!(Math.abs(c*f-s*u)>W)||!o)this._append`L${this._x1=n},${this._y1=t}`;else{let d=r-a,p=i-l,g=f*f+s*s,y=d*d+p*p,b=Math.sqrt(g),R=Math.sqrt(h),A=o*Math.tan((ge-Math.acos((g+h-y)/(2*b*R)))/2),N=A/R,E=A/b;Math.abs(N-1)>W&&this._append`L${n+N*u},${t+N*c}`,this._append`A${o},${o},0,0,${+(c*d>u*p)},${this._x1=n+E*f},${this._y1=t+E*s}`}}arc(n,t,r,i,o,a){if(n=+n,t=+t,r=+r,a=!!a,r<0)throw new Error(`negative radius: ${r}`);let l=r*Math.cos(i),f=r*Math.sin(i),s=n+l,u=t+f,c=1^a,h=a?i-o:o-i;if(this._x1===null?this._append`M${s},${u}`:(Math.abs(this._x1-s)>W||Math.abs(this._y1-u)>W)&&this._append`L${s},${u}`,!!r){if(h<0&&(h=h%dn+dn),h>ni)this._append`A${r},${r},0,1,${c},${n-l},${t-f}A${r},${r},0,1,${c},${this._x1=s},${this._y1=u}`;else if(h>W){let d=n+r*Math.cos(o),p=t+r*Math.sin(o);if(h>=ge&&this._equal(s,u,d,p)){h/=2;let g=i+h;this._append`A${r},${r},0,${+(h>=ge)},${c},${n+r*Math.cos(g)},${t+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(h>=ge)},${c},${this._x1=d},${this._y1=p}`}}}rect(n,t,r,i){this._append`M${this._x0=this._x1=+n},${this._y0=this._y1=+t}h${r=+r}v${+i}h${-r}Z`}toString(){return this._}};function ii(){return new ae}ii.prototype=ae.prototype;function $t(e){let n=3;return e.digits=function(t){if(!arguments.length)return n;if(t==null)n=null;else{let r=Math.floor(t);if(!(r>=0))throw new RangeError(`invalid digits: ${t}`);n=r}return e},()=>new ae(n)}var Io=Array.prototype.slice;function vt(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function kt(e){this._context=e}kt.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,n){switch(e=+e,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,n):this._context.moveTo(e,n);break;case 1:this._point=2;default:this._context.lineTo(e,n);break}}};function At(e){return new kt(e)}function Nt(e){return e[0]}function _t(e){return e[1]}function mn(e,n){var t=U(!0),r=null,i=At,o=null,a=$t(l);e=typeof e=="function"?e:e===void 0?Nt:U(e),n=typeof n=="function"?n:n===void 0?_t:U(n);function l(f){var s,u=(f=vt(f)).length,c,h=!1,d;for(r==null&&(o=i(d=a())),s=0;s<=u;++s)!(s<u&&t(c=f[s],s,f))===h&&((h=!h)?o.lineStart():o.lineEnd()),h&&o.point(+e(c,s,f),+n(c,s,f));if(d)return o=null,d+""||null}return l.x=function(f){return arguments.length?(e=typeof f=="function"?f:U(+f),l):e},l.y=function(f){return arguments.length?(n=typeof f=="function"?f:U(+f),l):n},l.defined=function(f){return arguments.length?(t=typeof f=="function"?f:U(!!f),l):t},l.curve=function(f){return arguments.length?(i=f,r!=null&&(o=i(r)),l):i},l.context=function(f){return arguments.length?(f==null?r=o=null:o=i(r=f),l):r},l}var oi={"&":"&amp;","<":"&lt;",">":"&gt;",\'"\':"&quot;","\'":"&#39;"};function le(e){return e.replace(/[&<>"\']/g,n=>oi[n])}var k={top:42,right:14,bottom:40,left:54},ai=5.5,St=18,li=12,pn=14,si=2.2,fi=3;function je(e){let[n,t]=e.size??[360,260],r=yi(e.marks,n-k.right),i=k.top+r.furtherLines*pn,o=t+r.furtherLines*pn,a=Et(e.x,[k.left,n-k.right]),l=Et(e.y,[o-k.bottom,i]),f={x:a,y:l,top:i,width:n,height:o};return[`<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${n} ${o}" width="${n}" height="${o}" role="img" aria-label="${le(`${e.title}. ${e.description}`)}">`,`<text class="title" x="${k.left}" y="16">${le(e.title)}</text>`,...ci(e,f),...e.marks.map(s=>pi(s,f)),...r.drawn,"</svg>"].join("")}var ui=1e-300,Lt=1e300;function Et({scale:e,domain:n},t){let r=e==="log"?ui:-Lt,i=l=>Number.isNaN(l)?1:Math.min(Math.max(l,r),Lt),[o,a]=[i(n[0]),i(n[1])];if(e==="log"){let l=o<a?[o,a]:[o/2,o*2];return pe(l,t).clamp(!0)}return me(o<a?[o,a]:[o-1,o+1],t).clamp(!0)}function ci(e,{x:n,y:t,top:r,width:i,height:o}){let a=o-k.bottom,l=i-k.right,f=Pt(n,e.x,Math.max(3,Math.floor(i/70))),s=Pt(t,e.y,5);return[\'<g class="axis">\',...f.map(({at:u,text:c})=>`<line class="grid" x1="${u}" x2="${u}" y1="${r}" y2="${a}"/><text x="${u}" y="${a+14}" text-anchor="middle">${c}</text>`),...s.map(({at:u,text:c})=>`<line class="grid" x1="${k.left}" x2="${l}" y1="${u}" y2="${u}"/><text x="${k.left-5}" y="${S(u+3.5)}" text-anchor="end">${c}</text>`),`<path class="frame" d="M${k.left},${r}V${a}H${l}"/>`,`<text class="label" x="${S((k.left+l)/2)}" y="${o-8}" text-anchor="middle">${le(e.x.label)}</text>`,`<text class="label" transform="translate(12,${S((r+a)/2)}) rotate(-90)" text-anchor="middle">${le(e.y.label)}</text>`,"</g>"]}function Pt(e,{scale:n,whole:t},r){if(n==="linear")return e.ticks(r).filter(l=>t!==!0||Number.isInteger(l)).map(l=>({at:S(e(l)),text:Rt(l)}));let i=e.ticks().filter(a=>Number.isInteger(Math.round(Math.log10(a)*1e9)/1e9)),o=i.filter((a,l)=>l%Math.ceil(i.length/r)===0);return(i.length>=2?o:hi(e.ticks(),r)).map(a=>({at:S(e(a)),text:i.length>=2?mi(a):Rt(a)}))}function hi(e,n){return e.filter((t,r)=>r%Math.ceil(e.length/n)===0)}var di="\u2070\xB9\xB2\xB3\u2074\u2075\u2076\u2077\u2078\u2079";function mi(e){let n=Math.round(Math.log10(e)),t=[...String(Math.abs(n))].map(r=>di[Number(r)]).join("");return`10${n<0?"\u207B":""}${t}`}function Rt(e){let n=Math.abs(e);return n!==0&&(n>=1e5||n<.001)?e.toExponential().replace("e+","e"):String(Number(e.toPrecision(4)))}function pi(e,{x:n,y:t,top:r,width:i,height:o}){let a=`class="${e.kind} ${e.role}"`;switch(e.kind){case"points":{let l=e.role==="data"||e.role==="baseline"?si:fi,f=e.points.map(([s,u])=>`<circle cx="${S(n(s))}" cy="${S(t(u))}" r="${l}"/>`);return`<g ${a}>${f.join("")}</g>`}case"line":return`<path ${a} d="${gi(e.points,n,t)}"/>`;case"bars":return`<g ${a}>${e.bars.map(l=>xi(l,n,t)).join("")}</g>`;case"vertical":return`<line ${a} x1="${S(n(e.x))}" x2="${S(n(e.x))}" y1="${r}" y2="${o-k.bottom}"/>`;case"horizontal":return`<line ${a} x1="${k.left}" x2="${i-k.right}" y1="${S(t(e.y))}" y2="${S(t(e.y))}"/>`}}function gi(e,n,t){return mn(([i])=>S(n(i)),([,i])=>S(t(i)))([...e])??""}function xi({from:e,to:n,height:t},r,i){let[o,a,l,f]=[r(e),r(n),i(t),i.range()[0]];return`<rect x="${S(o)}" y="${S(l)}" width="${S(Math.max(a-o,.5))}" height="${S(f-l)}"/>`}function yi(e,n){let t=k.left,r=0;return{drawn:e.flatMap(({kind:o,role:a,label:l})=>{if(l===void 0)return[];let f=St+l.length*ai;t>k.left&&t+f>n&&(t=k.left,r++);let s=28+r*pn,u=o==="points"?`<circle cx="${t+7}" cy="${s}" r="3"/>`:o==="bars"?`<rect x="${t+2}" y="${s-4}" width="10" height="9"/>`:`<path d="M${t},${s}h14"/>`,c=`<g class="key ${o} ${a}">${u}<text x="${t+St}" y="${s+4}">${le(l)}</text></g>`;return t+=f+li,[c]}),furtherLines:r}}function S(e){return Math.round(e*100)/100}function xe({alpha:e}){return e!==null&&e>=1?e:null}function It(e,n){if(!Ct(e))return{};let t=n!==void 0&&Ct(n)?n:void 0,r={"log-log":bi(e,t),"log-linear":wi(e,t),linear:$i(e,t)};return xe(e)===null||e.xmin===null||e.curves.scan.xmin.length===0?r:{...r,...vi(e,e.xmin)}}function Ct(e){return e.curves!==void 0}var gn="eigenvalue \u03BB";function bi(e,n){let t=Tt(e),r=n===void 0?[]:Tt(n),i=[...t,...r];return{title:"Log-log ESD",description:`${ye(e)} Probability density of the eigenvalues, both axes logarithmic.`,x:{label:gn,scale:"log",domain:Fe(i.map(([o])=>o))},y:{label:"density",scale:"log",domain:Fe(i.map(([,o])=>o))},marks:[...r.length===0?[]:[{kind:"points",role:"baseline",points:r,label:"baseline"}],{kind:"points",role:"data",points:t},...Mi(e,t),...xn(e)]}}function Mi(e,n){let{xmin:t,num_pl_spikes:r,curves:i}=e,o=xe(e);if(o===null||t===null||r===null)return[];let a=r/Xe(i.log_bins.counts),l=u=>a*(o-1)/t*(u/t)**-o,f=Math.min(...n.map(([,u])=>u)),s=Math.min(10**i.log_bins.to,t*(l(t)/f)**(1/o));return s>t?[{kind:"line",role:"fit",points:[[t,l(t)],[s,l(s)]],label:`\u03B1 = ${o.toFixed(2)}`}]:[]}function wi(e,n){let t=Ot(e),r=n===void 0?[]:Ot(n),i=Bt(t,r);return{title:"Log-linear ESD",description:`${ye(e)} Share of the eigenvalues in bins of their logarithm.`,x:{label:gn,scale:"log",domain:Fe([...t,...r].flatMap(({from:o,to:a})=>[o,a]))},y:{label:"share of eigenvalues",scale:"linear",domain:Dt([...t,...r])},marks:[...i,...xn(e)]}}function $i(e,n){let t=qt(e),r=n===void 0?[]:qt(n);return{title:"Linear ESD",description:`${ye(e)} Share of the eigenvalues in bins of equal width.`,x:{label:gn,scale:"linear",domain:[0,Math.max(...[...t,...r].map(({to:i})=>i))]},y:{label:"share of eigenvalues",scale:"linear",domain:Dt([...t,...r])},marks:[...Bt(t,r),...xn(e)]}}function Bt(e,n){let t={kind:"bars",role:"data",bars:e.filter(({height:i})=>i>0)};if(n.length===0)return[t];let r=n.flatMap(({from:i,to:o,height:a})=>[[i,a],[o,a]]);return[t,{kind:"line",role:"baseline",points:r,label:"baseline"}]}function xn({xmin:e,bulk_max:n,rand_bulk_max:t}){return[{role:"xmin",x:e,label:"xmin"},{role:"bound",x:n,label:"MP edge"},{role:"random",x:t,label:"rand. edge"}].flatMap(({role:r,x:i,label:o})=>i==null||i<0?[]:[{kind:"vertical",role:r,x:i,label:o}])}function vi(e,n){let{scan:t}=e.curves,r={label:"xmin",scale:"log",domain:Fe(t.xmin)},i=(a,l=1/0)=>[{kind:"line",role:"data",points:t.xmin.flatMap((f,s)=>a[s]<=l?[[f,a[s]]]:[])},{kind:"vertical",role:"xmin",x:n,label:"chosen"}],o=ki(t.alpha,e.alpha??0);return{"ks-distance":{title:"KS distance over xmin",description:`${ye(e)} The fit chosen is the one of the smallest distance.`,x:r,y:{label:"D",scale:"linear",domain:[0,Math.max(...t.D)]},marks:i(t.D)},"alpha-over-xmin":{title:"Alpha over xmin",description:`${ye(e)} A plateau around the chosen xmin makes alpha reliable.`,x:r,y:{label:"alpha",scale:"linear",domain:[1,o]},marks:i(t.alpha,o)}}}function ki(e,n){let t=[...e].sort((i,o)=>i-o),r=t[Math.floor(t.length*.9)]??n;return Math.max(2,1.1*n,Math.min(r,4*n))}function ye(e){let{D:n,xmin:t,num_pl_spikes:r,num_evals:i}=e,o=xe(e);return o===null||t===null||n===null?`${i} eigenvalues, no power law fitted.`:`${i} eigenvalues, of which ${r} from xmin ${t.toPrecision(3)} on follow a power law of alpha ${o.toFixed(2)} at distance ${n.toFixed(3)}.`}function Tt({curves:{log_bins:e}}){let{from:n,to:t,counts:r}=e,i=(t-n)/r.length,o=Xe(r);return r.flatMap((a,l)=>{if(a===0)return[];let f=10**(n+l*i),s=10**(n+(l+1)*i),u=s>f?s-f:f;return[[Math.sqrt(f*s),a/o/u]]})}function Ot({curves:{log_bins:e}}){let{from:n,to:t,counts:r}=e,i=(t-n)/r.length,o=Xe(r);return r.map((a,l)=>({from:10**(n+l*i),to:10**(n+(l+1)*i),height:a/o}))}function qt({curves:{bins:e}}){let n=e.to/e.counts.length,t=Xe(e.counts);return e.counts.map((r,i)=>({from:i*n,to:(i+1)*n,height:r/t}))}function Xe(e){return e.reduce((n,t)=>n+t,0)||1}function Fe(e){return[Math.min(...e),Math.max(...e)]}function Dt(e){return[0,Math.max(...e.map(({height:n})=>n))]}var Ai=3;function Ht(e,n){let{columns:t,rows:r,worstFirst:i}=e,[o,a,l]=["verdict","layer","alpha"].map(s=>t.indexOf(s)),f=i.map((s,u)=>{let{cells:c}=r[s],h=String(c[o]),d=m("details",{id:n(s)},m("summary",{},m("span",{class:`badge ${h}`},h)," ",m("code",{},String(c[a])),` alpha ${c[l]??"none"}`)),p=!1;return d.addEventListener("toggle",()=>{p||!d.open||(p=!0,d.append(...Ni(e,r[s])))}),u<Ai&&h!=="pass"&&(d.open=!0),d});return[m("h3",{},"Spectra"),...f]}function Ni({columns:e},n){let r=Object.values(It(_i(e,n),n.before)).map(o=>{let a=m("figure");return a.innerHTML=je(o),a}),i=e.flatMap((o,a)=>{let l=n.cells[a];return l===null||l===""||o==="layer"?[]:[m("div",{},m("dt",{},o),m("dd",{},String(l)))]});return[r.length===0?m("p",{class:"facts"},"This report carries no spectrum of this layer."):m("div",{class:"plots"},...r),m("dl",{class:"numbers"},...i)]}function _i(e,{cells:n,curves:t}){let r=i=>{let o=n[e.indexOf(i)];return typeof o=="number"?o:null};return{alpha:r("alpha"),D:r("D"),xmin:r("xmin"),num_pl_spikes:r("num_pl_spikes"),num_evals:r("num_evals")??0,bulk_max:r("bulk_max"),rand_bulk_max:r("rand_bulk_max"),curves:t}}var Si=2;function zt(e,n){let t=e.reduce((r,i)=>Math.max(r,i),0);return Math.max(n*1.1,Math.min(t*1.05,n*Si))}var be=8,jt=40;function Ft(e,n,t){let{axis:r,points:i}=e,o=n.slice(0,be),a=o.flatMap(u=>u.alphas.flatMap(c=>c??[])),l=i.map(({at:u})=>u),[f,s]=[l[0]??0,l.at(-1)??1];return{title:`Alpha over ${r}s`,description:`${Pi(e,o)} Bounds are ${t.minAlpha} and ${t.maxAlpha}.`,x:{label:r,scale:"linear",domain:[f,s],whole:!0},y:{label:"alpha",scale:"linear",domain:[Math.min(1,t.minAlpha),zt(a,t.maxAlpha)]},marks:[{kind:"horizontal",role:"bound",y:t.minAlpha},{kind:"horizontal",role:"bound",y:t.maxAlpha},...o.flatMap((u,c)=>Li(u,c,l))],size:[760,320]}}function Li({name:e,alphas:n},t,r){let i=`line-${t}`,o=n.flatMap((a,l)=>a===null?[]:[[r[l],a]]);return[{kind:"line",role:i,points:o,label:Ei(e)},{kind:"points",role:i,points:o}]}function Ei(e){let n=[...e];return n.length<=jt?e:`\u2026${n.slice(1-jt).join("")}`}function Pi({axis:e,points:n},t){let r=t.filter(({first:i})=>i!==null).map(({name:i,first:o,last:a})=>`${i} from ${o.toFixed(2)} to ${a.toFixed(2)}`);return`Alpha over ${n.length} ${e}s: ${r.join(", ")}.`}var Ri=8;function Xt(e,{trend:n,bounds:t}){let{layers:r}=n,i=r.map((u,c)=>{let h=m("option",{value:String(c)},u.name);return h.selected=c<be,h}),o=m("select",{multiple:"",size:String(Math.min(Ri,r.length))});o.append(...i);let a=m("input",{type:"search",placeholder:"part of a name"}),l=m("output",{class:"status"}),f=e.querySelector("figure"),s=()=>{let u=i.flatMap((h,d)=>h.selected?[r[d]]:[]);f!==null&&(f.innerHTML=je(Ft(n,u,t)));let c=u.length>be?`, the first ${be} are drawn`:"";l.textContent=`${u.length} of ${r.length} layers chosen${c}`};o.addEventListener("change",s),a.addEventListener("input",()=>{let u=a.value.trim().toLowerCase();o.replaceChildren(...i.filter(({selected:c,text:h})=>c||h.toLowerCase().includes(u)))}),s(),e.append(m("div",{class:"picker controls"},m("label",{},"Layers drawn ",o),m("label",{},"Find ",a),l))}var{models:Ci,trends:Ti}=JSON.parse(document.getElementById("report-data")?.textContent??"");for(let e of document.querySelectorAll(".layers")){let n=Number(e.dataset.model),t=Ci[n];if(!t)continue;let r=i=>`m${n}-l${i}`;e.replaceChildren(...Mn(t,r),...Ht(t,r))}for(let e of document.querySelectorAll(".lines")){let n=Ti[Number(e.dataset.trend)];n!==void 0&&Xt(e,n)}addEventListener("hashchange",Vt);Vt();function Vt(){let e=document.getElementById(location.hash.slice(1));e instanceof HTMLDetailsElement&&(e.open=!0,e.querySelector("summary")?.focus(),e.scrollIntoView())}})();';
var SCRIPT_HASH = "sha256-dSOcMMg7HsUMPmJfy+JQdS2qKr/a/AiQz+1Bv1bNgLM=";
var STYLE = ':root{color-scheme:light dark;--ground: #ffffff;--raised: #f5f6f8;--text: #1b1f24;--muted: #565e68;--edge: #d5d9de;--accent: #0b5cad;--data: #0b5cad;--baseline: #86660b;--fit: #b4231f;--pass: #17692f;--warn: #855300;--fail: #b4231f;--inconclusive: #6a3fa0;--random: #0f6f78;--line-0: #b4231f;--line-1: #0b5cad;--line-2: #17692f;--line-3: #86660b;--line-4: #6a3fa0;--line-5: #0f6f78;--line-6: #a02a6d;--line-7: #565e68}@media(prefers-color-scheme:dark){:root{--ground: #12161b;--raised: #1b2128;--text: #e6e9ed;--muted: #a5adb7;--edge: #39424c;--accent: #7db7f5;--data: #6cb0f5;--baseline: #e0b94a;--fit: #ff8b80;--pass: #63c67e;--warn: #f0b252;--fail: #ff8b80;--inconclusive: #c3a1f2;--random: #5bc8d2;--line-0: #ff8b80;--line-1: #6cb0f5;--line-2: #63c67e;--line-3: #e0b94a;--line-4: #c3a1f2;--line-5: #5bc8d2;--line-6: #f293c4;--line-7: #a5adb7}}*{box-sizing:border-box}body{margin:0 auto;max-width:1240px;padding:1.5rem 1.25rem 3rem;font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--ground)}h1{font-size:1.5rem;margin:0 0 1rem}h2{font-size:1.2rem;margin:1.5rem 0 .75rem;overflow-wrap:anywhere}h3{font-size:1.05rem;margin:1.75rem 0 .5rem}code{font:.92em ui-monospace,monospace;overflow-wrap:anywhere}a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}.badge{display:inline-block;padding:0 .5em;border:1.5px solid currentColor;border-radius:.35em;font-size:.75em;text-transform:uppercase;letter-spacing:.04em;vertical-align:.08em}.pass{color:var(--pass)}.warn{color:var(--warn)}.fail,.error{color:var(--fail)}.inconclusive{color:var(--inconclusive)}.remark{margin:.5rem 0;padding:.5rem .9rem;border-left:4px solid currentColor;background:var(--raised)}.counts{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0 .5rem}.counts div{min-width:6rem;padding:.4rem .9rem;border:1px solid var(--edge);border-radius:.4rem}.counts dt{color:var(--muted);font-size:.85rem}.counts dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums}.facts,footer,.status{color:var(--muted);font-size:.88rem}.plots{display:flex;flex-wrap:wrap;gap:.75rem}figure{margin:0}.plot{display:block;max-width:100%;height:auto;border:1px solid var(--edge);border-radius:.4rem}.plot text{font:10px system-ui,sans-serif;fill:var(--muted);stroke:none}.plot .title{font-size:12px;font-weight:600;fill:var(--text)}.plot .grid{stroke:var(--edge);stroke-width:.5}.plot .frame{fill:none;stroke:var(--muted)}.plot .data{color:var(--data)}.plot .baseline{color:var(--baseline)}.plot .fit{color:var(--fit)}.plot .xmin,.plot .bound{color:var(--muted)}.plot .random{color:var(--random)}.plot .line-0{color:var(--line-0)}.plot .line-1{color:var(--line-1)}.plot .line-2{color:var(--line-2)}.plot .line-3{color:var(--line-3)}.plot .line-4{color:var(--line-4)}.plot .line-5{color:var(--line-5)}.plot .line-6{color:var(--line-6)}.plot .line-7{color:var(--line-7)}.plot .points{fill:currentColor}.plot .bars{fill:currentColor;fill-opacity:.75}.plot .line,.plot .vertical,.plot .horizontal{fill:none;stroke:currentColor;stroke-width:1.5}.plot .fit{stroke-width:2.25}.plot .vertical,.plot .horizontal{stroke-dasharray:5 4}.lines{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem}ol.points{font-size:.88rem;overflow-wrap:anywhere}.controls{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;margin:.5rem 0}input,select,button{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--muted);border-radius:.35rem;padding:.2rem .5rem}.picker{flex:1;flex-direction:column;align-items:flex-start}.picker label{display:flex;flex-direction:column}.picker select{max-width:26rem}.scroller{overflow-x:auto;max-height:32rem;border:1px solid var(--edge);border-radius:.4rem}table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}caption{text-align:left;padding:.4rem .6rem;color:var(--muted)}th,td{text-align:left;vertical-align:top;border-bottom:1px solid var(--edge)}thead th{position:sticky;top:0;background:var(--raised);padding:0}thead button{width:100%;border:0;border-radius:0;text-align:inherit;font-weight:600;white-space:nowrap;cursor:pointer}tbody th,td{padding:.25rem .5rem;font-weight:400}.number{text-align:right;white-space:nowrap}tbody th{min-width:12rem;overflow-wrap:anywhere}td.words{min-width:16rem}th[aria-sort=ascending] button:after{content:" \u25B2" / ""}th[aria-sort=descending] button:after{content:" \u25BC" / ""}.trend thead th{padding:.25rem .5rem}.layers details,.model>details{border-bottom:1px solid var(--edge);padding:.3rem 0}summary{cursor:pointer;overflow-wrap:anywhere}.numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:0 1rem;font-size:.85rem}.numbers div{display:flex;justify-content:space-between;gap:.75rem;border-bottom:1px dotted var(--edge)}.numbers dt{color:var(--muted)}.numbers dd{margin:0;overflow-wrap:anywhere;text-align:right}footer{margin-top:2rem}@media print{.controls,.more{display:none}.scroller{max-height:none;overflow:visible;border:0}thead th{position:static}figure,tr{break-inside:avoid}body{max-width:none;padding:0;font-size:11px}}';
var STYLE_HASH = "sha256-ZAb+8/psXMnct851bBBfS0OoSN2pUhAsoP5Q+zi3JcU=";

// node_modules/d3-array/dist/d3-array.mjs
function ascending(a, b) {
  return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
}
function descending(a, b) {
  return a == null || b == null ? NaN : b < a ? -1 : b > a ? 1 : b >= a ? 0 : NaN;
}
function bisector(f) {
  let compare1, compare2, delta;
  if (f.length !== 2) {
    compare1 = ascending;
    compare2 = (d, x2) => ascending(f(d), x2);
    delta = (d, x2) => f(d) - x2;
  } else {
    compare1 = f === ascending || f === descending ? f : zero;
    compare2 = f;
    delta = f;
  }
  function left(a, x2, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a[mid], x2) < 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function right(a, x2, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a[mid], x2) <= 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function center(a, x2, lo = 0, hi = a.length) {
    const i = left(a, x2, lo, hi - 1);
    return i > lo && delta(a[i - 1], x2) > -delta(a[i], x2) ? i - 1 : i;
  }
  return { left, center, right };
}
function zero() {
  return 0;
}
function number(x2) {
  return x2 === null ? NaN : +x2;
}
var ascendingBisect = bisector(ascending);
var bisectRight = ascendingBisect.right;
var bisectLeft = ascendingBisect.left;
var bisectCenter = bisector(number).center;
var blur2 = Blur2(blurf);
var blurImage = Blur2(blurfImage);
function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let { data: values, width, height } = data;
    if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
    if (!((height = Math.floor(height !== void 0 ? height : values.length / width)) >= 0)) throw new RangeError("invalid height");
    if (!width || !height || !rx && !ry) return data;
    const blurx = rx && blur(rx);
    const blury = ry && blur(ry);
    const temp = values.slice();
    if (blurx && blury) {
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    } else if (blurx) {
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
    } else if (blury) {
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    }
    return data;
  };
}
function blurh(blur, T, S, w, h) {
  for (let y2 = 0, n = w * h; y2 < n; ) {
    blur(T, S, y2, y2 += w, 1);
  }
}
function blurv(blur, T, S, w, h) {
  for (let x2 = 0, n = w * h; x2 < w; ++x2) {
    blur(T, S, x2, x2 + n, w);
  }
}
function blurfImage(radius) {
  const blur = blurf(radius);
  return (T, S, start, stop, step) => {
    start <<= 2, stop <<= 2, step <<= 2;
    blur(T, S, start + 0, stop + 0, step);
    blur(T, S, start + 1, stop + 1, step);
    blur(T, S, start + 2, stop + 2, step);
    blur(T, S, start + 3, stop + 3, step);
  };
}
function blurf(radius) {
  const radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  const t = radius - radius0;
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum = radius0 * S[start];
    const s0 = step * radius0;
    const s1 = s0 + step;
    for (let i = start, j = start + s0; i < j; i += step) {
      sum += S[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S[Math.min(stop, i + s0)];
      T[i] = (sum + t * (S[Math.max(start, i - s1)] + S[Math.min(stop, i + s1)])) / w;
      sum -= S[Math.max(start, i - s0)];
    }
  };
}
function bluri(radius) {
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum = radius * S[start];
    const s = step * radius;
    for (let i = start, j = start + s; i < j; i += step) {
      sum += S[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S[Math.min(stop, i + s)];
      T[i] = sum / w;
      sum -= S[Math.max(start, i - s)];
    }
  };
}
var array = Array.prototype;
var slice = array.slice;
var e10 = Math.sqrt(50);
var e5 = Math.sqrt(10);
var e2 = Math.sqrt(2);
function tickSpec(start, stop, count) {
  const step = (stop - start) / Math.max(0, count), power2 = Math.floor(Math.log10(step)), error = step / Math.pow(10, power2), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
  let i1, i2, inc;
  if (power2 < 0) {
    inc = Math.pow(10, -power2) / factor;
    i1 = Math.round(start * inc);
    i2 = Math.round(stop * inc);
    if (i1 / inc < start) ++i1;
    if (i2 / inc > stop) --i2;
    inc = -inc;
  } else {
    inc = Math.pow(10, power2) * factor;
    i1 = Math.round(start / inc);
    i2 = Math.round(stop / inc);
    if (i1 * inc < start) ++i1;
    if (i2 * inc > stop) --i2;
  }
  if (i2 < i1 && 0.5 <= count && count < 2) return tickSpec(start, stop, count * 2);
  return [i1, i2, inc];
}
function ticks(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  if (!(count > 0)) return [];
  if (start === stop) return [start];
  const reverse = stop < start, [i1, i2, inc] = reverse ? tickSpec(stop, start, count) : tickSpec(start, stop, count);
  if (!(i2 >= i1)) return [];
  const n = i2 - i1 + 1, ticks2 = new Array(n);
  if (reverse) {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) * inc;
  } else {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) * inc;
  }
  return ticks2;
}
function tickIncrement(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  return tickSpec(start, stop, count)[2];
}
function tickStep(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  const reverse = stop < start, inc = reverse ? tickIncrement(stop, start, count) : tickIncrement(start, stop, count);
  return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}
var shuffle = shuffler(Math.random);
function shuffler(random) {
  return function shuffle2(array2, i0 = 0, i1 = array2.length) {
    let m = i1 - (i0 = +i0);
    while (m) {
      const i = random() * m-- | 0, t = array2[m + i0];
      array2[m + i0] = array2[i + i0];
      array2[i + i0] = t;
    }
    return array2;
  };
}

// node_modules/d3-scale/src/init.js
function initRange(domain, range) {
  switch (arguments.length) {
    case 0:
      break;
    case 1:
      this.range(domain);
      break;
    default:
      this.range(range).domain(domain);
      break;
  }
  return this;
}

// node_modules/d3-color/dist/d3-color.mjs
function define(constructor, factory, prototype) {
  constructor.prototype = factory.prototype = prototype;
  prototype.constructor = constructor;
}
function extend(parent, definition) {
  var prototype = Object.create(parent.prototype);
  for (var key in definition) prototype[key] = definition[key];
  return prototype;
}
function Color() {
}
var darker = 0.7;
var brighter = 1 / darker;
var reI = "\\s*([+-]?\\d+)\\s*";
var reN = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*";
var reP = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*";
var reHex = /^#([0-9a-f]{3,8})$/;
var reRgbInteger = new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`);
var reRgbPercent = new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`);
var reRgbaInteger = new RegExp(`^rgba\\(${reI},${reI},${reI},${reN}\\)$`);
var reRgbaPercent = new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`);
var reHslPercent = new RegExp(`^hsl\\(${reN},${reP},${reP}\\)$`);
var reHslaPercent = new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`);
var named = {
  aliceblue: 15792383,
  antiquewhite: 16444375,
  aqua: 65535,
  aquamarine: 8388564,
  azure: 15794175,
  beige: 16119260,
  bisque: 16770244,
  black: 0,
  blanchedalmond: 16772045,
  blue: 255,
  blueviolet: 9055202,
  brown: 10824234,
  burlywood: 14596231,
  cadetblue: 6266528,
  chartreuse: 8388352,
  chocolate: 13789470,
  coral: 16744272,
  cornflowerblue: 6591981,
  cornsilk: 16775388,
  crimson: 14423100,
  cyan: 65535,
  darkblue: 139,
  darkcyan: 35723,
  darkgoldenrod: 12092939,
  darkgray: 11119017,
  darkgreen: 25600,
  darkgrey: 11119017,
  darkkhaki: 12433259,
  darkmagenta: 9109643,
  darkolivegreen: 5597999,
  darkorange: 16747520,
  darkorchid: 10040012,
  darkred: 9109504,
  darksalmon: 15308410,
  darkseagreen: 9419919,
  darkslateblue: 4734347,
  darkslategray: 3100495,
  darkslategrey: 3100495,
  darkturquoise: 52945,
  darkviolet: 9699539,
  deeppink: 16716947,
  deepskyblue: 49151,
  dimgray: 6908265,
  dimgrey: 6908265,
  dodgerblue: 2003199,
  firebrick: 11674146,
  floralwhite: 16775920,
  forestgreen: 2263842,
  fuchsia: 16711935,
  gainsboro: 14474460,
  ghostwhite: 16316671,
  gold: 16766720,
  goldenrod: 14329120,
  gray: 8421504,
  green: 32768,
  greenyellow: 11403055,
  grey: 8421504,
  honeydew: 15794160,
  hotpink: 16738740,
  indianred: 13458524,
  indigo: 4915330,
  ivory: 16777200,
  khaki: 15787660,
  lavender: 15132410,
  lavenderblush: 16773365,
  lawngreen: 8190976,
  lemonchiffon: 16775885,
  lightblue: 11393254,
  lightcoral: 15761536,
  lightcyan: 14745599,
  lightgoldenrodyellow: 16448210,
  lightgray: 13882323,
  lightgreen: 9498256,
  lightgrey: 13882323,
  lightpink: 16758465,
  lightsalmon: 16752762,
  lightseagreen: 2142890,
  lightskyblue: 8900346,
  lightslategray: 7833753,
  lightslategrey: 7833753,
  lightsteelblue: 11584734,
  lightyellow: 16777184,
  lime: 65280,
  limegreen: 3329330,
  linen: 16445670,
  magenta: 16711935,
  maroon: 8388608,
  mediumaquamarine: 6737322,
  mediumblue: 205,
  mediumorchid: 12211667,
  mediumpurple: 9662683,
  mediumseagreen: 3978097,
  mediumslateblue: 8087790,
  mediumspringgreen: 64154,
  mediumturquoise: 4772300,
  mediumvioletred: 13047173,
  midnightblue: 1644912,
  mintcream: 16121850,
  mistyrose: 16770273,
  moccasin: 16770229,
  navajowhite: 16768685,
  navy: 128,
  oldlace: 16643558,
  olive: 8421376,
  olivedrab: 7048739,
  orange: 16753920,
  orangered: 16729344,
  orchid: 14315734,
  palegoldenrod: 15657130,
  palegreen: 10025880,
  paleturquoise: 11529966,
  palevioletred: 14381203,
  papayawhip: 16773077,
  peachpuff: 16767673,
  peru: 13468991,
  pink: 16761035,
  plum: 14524637,
  powderblue: 11591910,
  purple: 8388736,
  rebeccapurple: 6697881,
  red: 16711680,
  rosybrown: 12357519,
  royalblue: 4286945,
  saddlebrown: 9127187,
  salmon: 16416882,
  sandybrown: 16032864,
  seagreen: 3050327,
  seashell: 16774638,
  sienna: 10506797,
  silver: 12632256,
  skyblue: 8900331,
  slateblue: 6970061,
  slategray: 7372944,
  slategrey: 7372944,
  snow: 16775930,
  springgreen: 65407,
  steelblue: 4620980,
  tan: 13808780,
  teal: 32896,
  thistle: 14204888,
  tomato: 16737095,
  turquoise: 4251856,
  violet: 15631086,
  wheat: 16113331,
  white: 16777215,
  whitesmoke: 16119285,
  yellow: 16776960,
  yellowgreen: 10145074
};
define(Color, color, {
  copy(channels) {
    return Object.assign(new this.constructor(), this, channels);
  },
  displayable() {
    return this.rgb().displayable();
  },
  hex: color_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: color_formatHex,
  formatHex8: color_formatHex8,
  formatHsl: color_formatHsl,
  formatRgb: color_formatRgb,
  toString: color_formatRgb
});
function color_formatHex() {
  return this.rgb().formatHex();
}
function color_formatHex8() {
  return this.rgb().formatHex8();
}
function color_formatHsl() {
  return hslConvert(this).formatHsl();
}
function color_formatRgb() {
  return this.rgb().formatRgb();
}
function color(format2) {
  var m, l;
  format2 = (format2 + "").trim().toLowerCase();
  return (m = reHex.exec(format2)) ? (l = m[1].length, m = parseInt(m[1], 16), l === 6 ? rgbn(m) : l === 3 ? new Rgb(m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, (m & 15) << 4 | m & 15, 1) : l === 8 ? rgba(m >> 24 & 255, m >> 16 & 255, m >> 8 & 255, (m & 255) / 255) : l === 4 ? rgba(m >> 12 & 15 | m >> 8 & 240, m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, ((m & 15) << 4 | m & 15) / 255) : null) : (m = reRgbInteger.exec(format2)) ? new Rgb(m[1], m[2], m[3], 1) : (m = reRgbPercent.exec(format2)) ? new Rgb(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, 1) : (m = reRgbaInteger.exec(format2)) ? rgba(m[1], m[2], m[3], m[4]) : (m = reRgbaPercent.exec(format2)) ? rgba(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, m[4]) : (m = reHslPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, 1) : (m = reHslaPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, m[4]) : named.hasOwnProperty(format2) ? rgbn(named[format2]) : format2 === "transparent" ? new Rgb(NaN, NaN, NaN, 0) : null;
}
function rgbn(n) {
  return new Rgb(n >> 16 & 255, n >> 8 & 255, n & 255, 1);
}
function rgba(r, g, b, a) {
  if (a <= 0) r = g = b = NaN;
  return new Rgb(r, g, b, a);
}
function rgbConvert(o) {
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Rgb();
  o = o.rgb();
  return new Rgb(o.r, o.g, o.b, o.opacity);
}
function rgb(r, g, b, opacity) {
  return arguments.length === 1 ? rgbConvert(r) : new Rgb(r, g, b, opacity == null ? 1 : opacity);
}
function Rgb(r, g, b, opacity) {
  this.r = +r;
  this.g = +g;
  this.b = +b;
  this.opacity = +opacity;
}
define(Rgb, rgb, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
  },
  rgb() {
    return this;
  },
  clamp() {
    return new Rgb(clampi(this.r), clampi(this.g), clampi(this.b), clampa(this.opacity));
  },
  displayable() {
    return -0.5 <= this.r && this.r < 255.5 && (-0.5 <= this.g && this.g < 255.5) && (-0.5 <= this.b && this.b < 255.5) && (0 <= this.opacity && this.opacity <= 1);
  },
  hex: rgb_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: rgb_formatHex,
  formatHex8: rgb_formatHex8,
  formatRgb: rgb_formatRgb,
  toString: rgb_formatRgb
}));
function rgb_formatHex() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}`;
}
function rgb_formatHex8() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}${hex((isNaN(this.opacity) ? 1 : this.opacity) * 255)}`;
}
function rgb_formatRgb() {
  const a = clampa(this.opacity);
  return `${a === 1 ? "rgb(" : "rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a === 1 ? ")" : `, ${a})`}`;
}
function clampa(opacity) {
  return isNaN(opacity) ? 1 : Math.max(0, Math.min(1, opacity));
}
function clampi(value2) {
  return Math.max(0, Math.min(255, Math.round(value2) || 0));
}
function hex(value2) {
  value2 = clampi(value2);
  return (value2 < 16 ? "0" : "") + value2.toString(16);
}
function hsla(h, s, l, a) {
  if (a <= 0) h = s = l = NaN;
  else if (l <= 0 || l >= 1) h = s = NaN;
  else if (s <= 0) h = NaN;
  return new Hsl(h, s, l, a);
}
function hslConvert(o) {
  if (o instanceof Hsl) return new Hsl(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Hsl();
  if (o instanceof Hsl) return o;
  o = o.rgb();
  var r = o.r / 255, g = o.g / 255, b = o.b / 255, min = Math.min(r, g, b), max = Math.max(r, g, b), h = NaN, s = max - min, l = (max + min) / 2;
  if (s) {
    if (r === max) h = (g - b) / s + (g < b) * 6;
    else if (g === max) h = (b - r) / s + 2;
    else h = (r - g) / s + 4;
    s /= l < 0.5 ? max + min : 2 - max - min;
    h *= 60;
  } else {
    s = l > 0 && l < 1 ? 0 : h;
  }
  return new Hsl(h, s, l, o.opacity);
}
function hsl(h, s, l, opacity) {
  return arguments.length === 1 ? hslConvert(h) : new Hsl(h, s, l, opacity == null ? 1 : opacity);
}
function Hsl(h, s, l, opacity) {
  this.h = +h;
  this.s = +s;
  this.l = +l;
  this.opacity = +opacity;
}
define(Hsl, hsl, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Hsl(this.h, this.s, this.l * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Hsl(this.h, this.s, this.l * k, this.opacity);
  },
  rgb() {
    var h = this.h % 360 + (this.h < 0) * 360, s = isNaN(h) || isNaN(this.s) ? 0 : this.s, l = this.l, m2 = l + (l < 0.5 ? l : 1 - l) * s, m1 = 2 * l - m2;
    return new Rgb(
      hsl2rgb(h >= 240 ? h - 240 : h + 120, m1, m2),
      hsl2rgb(h, m1, m2),
      hsl2rgb(h < 120 ? h + 240 : h - 120, m1, m2),
      this.opacity
    );
  },
  clamp() {
    return new Hsl(clamph(this.h), clampt(this.s), clampt(this.l), clampa(this.opacity));
  },
  displayable() {
    return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && (0 <= this.l && this.l <= 1) && (0 <= this.opacity && this.opacity <= 1);
  },
  formatHsl() {
    const a = clampa(this.opacity);
    return `${a === 1 ? "hsl(" : "hsla("}${clamph(this.h)}, ${clampt(this.s) * 100}%, ${clampt(this.l) * 100}%${a === 1 ? ")" : `, ${a})`}`;
  }
}));
function clamph(value2) {
  value2 = (value2 || 0) % 360;
  return value2 < 0 ? value2 + 360 : value2;
}
function clampt(value2) {
  return Math.max(0, Math.min(1, value2 || 0));
}
function hsl2rgb(h, m1, m2) {
  return (h < 60 ? m1 + (m2 - m1) * h / 60 : h < 180 ? m2 : h < 240 ? m1 + (m2 - m1) * (240 - h) / 60 : m1) * 255;
}
var radians = Math.PI / 180;
var degrees = 180 / Math.PI;
var K = 18;
var Xn = 0.96422;
var Yn = 1;
var Zn = 0.82521;
var t0 = 4 / 29;
var t1 = 6 / 29;
var t2 = 3 * t1 * t1;
var t3 = t1 * t1 * t1;
function labConvert(o) {
  if (o instanceof Lab) return new Lab(o.l, o.a, o.b, o.opacity);
  if (o instanceof Hcl) return hcl2lab(o);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r = rgb2lrgb(o.r), g = rgb2lrgb(o.g), b = rgb2lrgb(o.b), y2 = xyz2lab((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / Yn), x2, z;
  if (r === g && g === b) x2 = z = y2;
  else {
    x2 = xyz2lab((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / Xn);
    z = xyz2lab((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / Zn);
  }
  return new Lab(116 * y2 - 16, 500 * (x2 - y2), 200 * (y2 - z), o.opacity);
}
function lab(l, a, b, opacity) {
  return arguments.length === 1 ? labConvert(l) : new Lab(l, a, b, opacity == null ? 1 : opacity);
}
function Lab(l, a, b, opacity) {
  this.l = +l;
  this.a = +a;
  this.b = +b;
  this.opacity = +opacity;
}
define(Lab, lab, extend(Color, {
  brighter(k) {
    return new Lab(this.l + K * (k == null ? 1 : k), this.a, this.b, this.opacity);
  },
  darker(k) {
    return new Lab(this.l - K * (k == null ? 1 : k), this.a, this.b, this.opacity);
  },
  rgb() {
    var y2 = (this.l + 16) / 116, x2 = isNaN(this.a) ? y2 : y2 + this.a / 500, z = isNaN(this.b) ? y2 : y2 - this.b / 200;
    x2 = Xn * lab2xyz(x2);
    y2 = Yn * lab2xyz(y2);
    z = Zn * lab2xyz(z);
    return new Rgb(
      lrgb2rgb(3.1338561 * x2 - 1.6168667 * y2 - 0.4906146 * z),
      lrgb2rgb(-0.9787684 * x2 + 1.9161415 * y2 + 0.033454 * z),
      lrgb2rgb(0.0719453 * x2 - 0.2289914 * y2 + 1.4052427 * z),
      this.opacity
    );
  }
}));
function xyz2lab(t) {
  return t > t3 ? Math.pow(t, 1 / 3) : t / t2 + t0;
}
function lab2xyz(t) {
  return t > t1 ? t * t * t : t2 * (t - t0);
}
function lrgb2rgb(x2) {
  return 255 * (x2 <= 31308e-7 ? 12.92 * x2 : 1.055 * Math.pow(x2, 1 / 2.4) - 0.055);
}
function rgb2lrgb(x2) {
  return (x2 /= 255) <= 0.04045 ? x2 / 12.92 : Math.pow((x2 + 0.055) / 1.055, 2.4);
}
function hclConvert(o) {
  if (o instanceof Hcl) return new Hcl(o.h, o.c, o.l, o.opacity);
  if (!(o instanceof Lab)) o = labConvert(o);
  if (o.a === 0 && o.b === 0) return new Hcl(NaN, 0 < o.l && o.l < 100 ? 0 : NaN, o.l, o.opacity);
  var h = Math.atan2(o.b, o.a) * degrees;
  return new Hcl(h < 0 ? h + 360 : h, Math.sqrt(o.a * o.a + o.b * o.b), o.l, o.opacity);
}
function hcl(h, c, l, opacity) {
  return arguments.length === 1 ? hclConvert(h) : new Hcl(h, c, l, opacity == null ? 1 : opacity);
}
function Hcl(h, c, l, opacity) {
  this.h = +h;
  this.c = +c;
  this.l = +l;
  this.opacity = +opacity;
}
function hcl2lab(o) {
  if (isNaN(o.h)) return new Lab(o.l, 0, 0, o.opacity);
  var h = o.h * radians;
  return new Lab(o.l, Math.cos(h) * o.c, Math.sin(h) * o.c, o.opacity);
}
define(Hcl, hcl, extend(Color, {
  brighter(k) {
    return new Hcl(this.h, this.c, this.l + K * (k == null ? 1 : k), this.opacity);
  },
  darker(k) {
    return new Hcl(this.h, this.c, this.l - K * (k == null ? 1 : k), this.opacity);
  },
  rgb() {
    return hcl2lab(this).rgb();
  }
}));
var A = -0.14861;
var B = 1.78277;
var C = -0.29227;
var D = -0.90649;
var E = 1.97294;
var ED = E * D;
var EB = E * B;
var BC_DA = B * C - D * A;
function cubehelixConvert(o) {
  if (o instanceof Cubehelix) return new Cubehelix(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r = o.r / 255, g = o.g / 255, b = o.b / 255, l = (BC_DA * b + ED * r - EB * g) / (BC_DA + ED - EB), bl = b - l, k = (E * (g - l) - C * bl) / D, s = Math.sqrt(k * k + bl * bl) / (E * l * (1 - l)), h = s ? Math.atan2(k, bl) * degrees - 120 : NaN;
  return new Cubehelix(h < 0 ? h + 360 : h, s, l, o.opacity);
}
function cubehelix(h, s, l, opacity) {
  return arguments.length === 1 ? cubehelixConvert(h) : new Cubehelix(h, s, l, opacity == null ? 1 : opacity);
}
function Cubehelix(h, s, l, opacity) {
  this.h = +h;
  this.s = +s;
  this.l = +l;
  this.opacity = +opacity;
}
define(Cubehelix, cubehelix, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
  },
  rgb() {
    var h = isNaN(this.h) ? 0 : (this.h + 120) * radians, l = +this.l, a = isNaN(this.s) ? 0 : this.s * l * (1 - l), cosh2 = Math.cos(h), sinh2 = Math.sin(h);
    return new Rgb(
      255 * (l + a * (A * cosh2 + B * sinh2)),
      255 * (l + a * (C * cosh2 + D * sinh2)),
      255 * (l + a * (E * cosh2)),
      this.opacity
    );
  }
}));

// node_modules/d3-interpolate/dist/d3-interpolate.mjs
function basis(t12, v0, v1, v2, v3) {
  var t22 = t12 * t12, t32 = t22 * t12;
  return ((1 - 3 * t12 + 3 * t22 - t32) * v0 + (4 - 6 * t22 + 3 * t32) * v1 + (1 + 3 * t12 + 3 * t22 - 3 * t32) * v2 + t32 * v3) / 6;
}
function basis$1(values) {
  var n = values.length - 1;
  return function(t) {
    var i = t <= 0 ? t = 0 : t >= 1 ? (t = 1, n - 1) : Math.floor(t * n), v1 = values[i], v2 = values[i + 1], v0 = i > 0 ? values[i - 1] : 2 * v1 - v2, v3 = i < n - 1 ? values[i + 2] : 2 * v2 - v1;
    return basis((t - i / n) * n, v0, v1, v2, v3);
  };
}
function basisClosed(values) {
  var n = values.length;
  return function(t) {
    var i = Math.floor(((t %= 1) < 0 ? ++t : t) * n), v0 = values[(i + n - 1) % n], v1 = values[i % n], v2 = values[(i + 1) % n], v3 = values[(i + 2) % n];
    return basis((t - i / n) * n, v0, v1, v2, v3);
  };
}
var constant = (x2) => () => x2;
function linear(a, d) {
  return function(t) {
    return a + t * d;
  };
}
function exponential(a, b, y2) {
  return a = Math.pow(a, y2), b = Math.pow(b, y2) - a, y2 = 1 / y2, function(t) {
    return Math.pow(a + t * b, y2);
  };
}
function hue$1(a, b) {
  var d = b - a;
  return d ? linear(a, d > 180 || d < -180 ? d - 360 * Math.round(d / 360) : d) : constant(isNaN(a) ? b : a);
}
function gamma(y2) {
  return (y2 = +y2) === 1 ? nogamma : function(a, b) {
    return b - a ? exponential(a, b, y2) : constant(isNaN(a) ? b : a);
  };
}
function nogamma(a, b) {
  var d = b - a;
  return d ? linear(a, d) : constant(isNaN(a) ? b : a);
}
var rgb2 = (function rgbGamma(y2) {
  var color2 = gamma(y2);
  function rgb3(start, end) {
    var r = color2((start = rgb(start)).r, (end = rgb(end)).r), g = color2(start.g, end.g), b = color2(start.b, end.b), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.r = r(t);
      start.g = g(t);
      start.b = b(t);
      start.opacity = opacity(t);
      return start + "";
    };
  }
  rgb3.gamma = rgbGamma;
  return rgb3;
})(1);
function rgbSpline(spline) {
  return function(colors) {
    var n = colors.length, r = new Array(n), g = new Array(n), b = new Array(n), i, color2;
    for (i = 0; i < n; ++i) {
      color2 = rgb(colors[i]);
      r[i] = color2.r || 0;
      g[i] = color2.g || 0;
      b[i] = color2.b || 0;
    }
    r = spline(r);
    g = spline(g);
    b = spline(b);
    color2.opacity = 1;
    return function(t) {
      color2.r = r(t);
      color2.g = g(t);
      color2.b = b(t);
      return color2 + "";
    };
  };
}
var rgbBasis = rgbSpline(basis$1);
var rgbBasisClosed = rgbSpline(basisClosed);
function numberArray(a, b) {
  if (!b) b = [];
  var n = a ? Math.min(b.length, a.length) : 0, c = b.slice(), i;
  return function(t) {
    for (i = 0; i < n; ++i) c[i] = a[i] * (1 - t) + b[i] * t;
    return c;
  };
}
function isNumberArray(x2) {
  return ArrayBuffer.isView(x2) && !(x2 instanceof DataView);
}
function genericArray(a, b) {
  var nb = b ? b.length : 0, na = a ? Math.min(nb, a.length) : 0, x2 = new Array(na), c = new Array(nb), i;
  for (i = 0; i < na; ++i) x2[i] = value(a[i], b[i]);
  for (; i < nb; ++i) c[i] = b[i];
  return function(t) {
    for (i = 0; i < na; ++i) c[i] = x2[i](t);
    return c;
  };
}
function date(a, b) {
  var d = /* @__PURE__ */ new Date();
  return a = +a, b = +b, function(t) {
    return d.setTime(a * (1 - t) + b * t), d;
  };
}
function number2(a, b) {
  return a = +a, b = +b, function(t) {
    return a * (1 - t) + b * t;
  };
}
function object(a, b) {
  var i = {}, c = {}, k;
  if (a === null || typeof a !== "object") a = {};
  if (b === null || typeof b !== "object") b = {};
  for (k in b) {
    if (k in a) {
      i[k] = value(a[k], b[k]);
    } else {
      c[k] = b[k];
    }
  }
  return function(t) {
    for (k in i) c[k] = i[k](t);
    return c;
  };
}
var reA = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g;
var reB = new RegExp(reA.source, "g");
function zero2(b) {
  return function() {
    return b;
  };
}
function one(b) {
  return function(t) {
    return b(t) + "";
  };
}
function string(a, b) {
  var bi = reA.lastIndex = reB.lastIndex = 0, am, bm, bs, i = -1, s = [], q = [];
  a = a + "", b = b + "";
  while ((am = reA.exec(a)) && (bm = reB.exec(b))) {
    if ((bs = bm.index) > bi) {
      bs = b.slice(bi, bs);
      if (s[i]) s[i] += bs;
      else s[++i] = bs;
    }
    if ((am = am[0]) === (bm = bm[0])) {
      if (s[i]) s[i] += bm;
      else s[++i] = bm;
    } else {
      s[++i] = null;
      q.push({ i, x: number2(am, bm) });
    }
    bi = reB.lastIndex;
  }
  if (bi < b.length) {
    bs = b.slice(bi);
    if (s[i]) s[i] += bs;
    else s[++i] = bs;
  }
  return s.length < 2 ? q[0] ? one(q[0].x) : zero2(b) : (b = q.length, function(t) {
    for (var i2 = 0, o; i2 < b; ++i2) s[(o = q[i2]).i] = o.x(t);
    return s.join("");
  });
}
function value(a, b) {
  var t = typeof b, c;
  return b == null || t === "boolean" ? constant(b) : (t === "number" ? number2 : t === "string" ? (c = color(b)) ? (b = c, rgb2) : string : b instanceof color ? rgb2 : b instanceof Date ? date : isNumberArray(b) ? numberArray : Array.isArray(b) ? genericArray : typeof b.valueOf !== "function" && typeof b.toString !== "function" || isNaN(b) ? object : number2)(a, b);
}
function round(a, b) {
  return a = +a, b = +b, function(t) {
    return Math.round(a * (1 - t) + b * t);
  };
}
var degrees2 = 180 / Math.PI;
var identity = {
  translateX: 0,
  translateY: 0,
  rotate: 0,
  skewX: 0,
  scaleX: 1,
  scaleY: 1
};
function decompose(a, b, c, d, e, f) {
  var scaleX, scaleY, skewX;
  if (scaleX = Math.sqrt(a * a + b * b)) a /= scaleX, b /= scaleX;
  if (skewX = a * c + b * d) c -= a * skewX, d -= b * skewX;
  if (scaleY = Math.sqrt(c * c + d * d)) c /= scaleY, d /= scaleY, skewX /= scaleY;
  if (a * d < b * c) a = -a, b = -b, skewX = -skewX, scaleX = -scaleX;
  return {
    translateX: e,
    translateY: f,
    rotate: Math.atan2(b, a) * degrees2,
    skewX: Math.atan(skewX) * degrees2,
    scaleX,
    scaleY
  };
}
var svgNode;
function parseCss(value2) {
  const m = new (typeof DOMMatrix === "function" ? DOMMatrix : WebKitCSSMatrix)(value2 + "");
  return m.isIdentity ? identity : decompose(m.a, m.b, m.c, m.d, m.e, m.f);
}
function parseSvg(value2) {
  if (value2 == null) return identity;
  if (!svgNode) svgNode = document.createElementNS("http://www.w3.org/2000/svg", "g");
  svgNode.setAttribute("transform", value2);
  if (!(value2 = svgNode.transform.baseVal.consolidate())) return identity;
  value2 = value2.matrix;
  return decompose(value2.a, value2.b, value2.c, value2.d, value2.e, value2.f);
}
function interpolateTransform(parse, pxComma, pxParen, degParen) {
  function pop(s) {
    return s.length ? s.pop() + " " : "";
  }
  function translate(xa, ya, xb, yb, s, q) {
    if (xa !== xb || ya !== yb) {
      var i = s.push("translate(", null, pxComma, null, pxParen);
      q.push({ i: i - 4, x: number2(xa, xb) }, { i: i - 2, x: number2(ya, yb) });
    } else if (xb || yb) {
      s.push("translate(" + xb + pxComma + yb + pxParen);
    }
  }
  function rotate(a, b, s, q) {
    if (a !== b) {
      if (a - b > 180) b += 360;
      else if (b - a > 180) a += 360;
      q.push({ i: s.push(pop(s) + "rotate(", null, degParen) - 2, x: number2(a, b) });
    } else if (b) {
      s.push(pop(s) + "rotate(" + b + degParen);
    }
  }
  function skewX(a, b, s, q) {
    if (a !== b) {
      q.push({ i: s.push(pop(s) + "skewX(", null, degParen) - 2, x: number2(a, b) });
    } else if (b) {
      s.push(pop(s) + "skewX(" + b + degParen);
    }
  }
  function scale(xa, ya, xb, yb, s, q) {
    if (xa !== xb || ya !== yb) {
      var i = s.push(pop(s) + "scale(", null, ",", null, ")");
      q.push({ i: i - 4, x: number2(xa, xb) }, { i: i - 2, x: number2(ya, yb) });
    } else if (xb !== 1 || yb !== 1) {
      s.push(pop(s) + "scale(" + xb + "," + yb + ")");
    }
  }
  return function(a, b) {
    var s = [], q = [];
    a = parse(a), b = parse(b);
    translate(a.translateX, a.translateY, b.translateX, b.translateY, s, q);
    rotate(a.rotate, b.rotate, s, q);
    skewX(a.skewX, b.skewX, s, q);
    scale(a.scaleX, a.scaleY, b.scaleX, b.scaleY, s, q);
    a = b = null;
    return function(t) {
      var i = -1, n = q.length, o;
      while (++i < n) s[(o = q[i]).i] = o.x(t);
      return s.join("");
    };
  };
}
var interpolateTransformCss = interpolateTransform(parseCss, "px, ", "px)", "deg)");
var interpolateTransformSvg = interpolateTransform(parseSvg, ", ", ")", ")");
var epsilon2 = 1e-12;
function cosh(x2) {
  return ((x2 = Math.exp(x2)) + 1 / x2) / 2;
}
function sinh(x2) {
  return ((x2 = Math.exp(x2)) - 1 / x2) / 2;
}
function tanh(x2) {
  return ((x2 = Math.exp(2 * x2)) - 1) / (x2 + 1);
}
var zoom = (function zoomRho(rho, rho2, rho4) {
  function zoom2(p0, p1) {
    var ux0 = p0[0], uy0 = p0[1], w0 = p0[2], ux1 = p1[0], uy1 = p1[1], w1 = p1[2], dx = ux1 - ux0, dy = uy1 - uy0, d2 = dx * dx + dy * dy, i, S;
    if (d2 < epsilon2) {
      S = Math.log(w1 / w0) / rho;
      i = function(t) {
        return [
          ux0 + t * dx,
          uy0 + t * dy,
          w0 * Math.exp(rho * t * S)
        ];
      };
    } else {
      var d1 = Math.sqrt(d2), b0 = (w1 * w1 - w0 * w0 + rho4 * d2) / (2 * w0 * rho2 * d1), b1 = (w1 * w1 - w0 * w0 - rho4 * d2) / (2 * w1 * rho2 * d1), r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0), r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
      S = (r1 - r0) / rho;
      i = function(t) {
        var s = t * S, coshr0 = cosh(r0), u = w0 / (rho2 * d1) * (coshr0 * tanh(rho * s + r0) - sinh(r0));
        return [
          ux0 + u * dx,
          uy0 + u * dy,
          w0 * coshr0 / cosh(rho * s + r0)
        ];
      };
    }
    i.duration = Math.abs(S) * 1e3 * rho / Math.SQRT2;
    return i;
  }
  zoom2.rho = function(_) {
    var _1 = Math.max(1e-3, +_), _2 = _1 * _1, _4 = _2 * _2;
    return zoomRho(_1, _2, _4);
  };
  return zoom2;
})(Math.SQRT2, 2, 4);
function hsl2(hue) {
  return function(start, end) {
    var h = hue((start = hsl(start)).h, (end = hsl(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h(t);
      start.s = s(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
var hsl_default = hsl2(hue$1);
var hslLong = hsl2(nogamma);
function hcl2(hue) {
  return function(start, end) {
    var h = hue((start = hcl(start)).h, (end = hcl(end)).h), c = nogamma(start.c, end.c), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h(t);
      start.c = c(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
var hcl_default = hcl2(hue$1);
var hclLong = hcl2(nogamma);
function cubehelix2(hue) {
  return (function cubehelixGamma(y2) {
    y2 = +y2;
    function cubehelix3(start, end) {
      var h = hue((start = cubehelix(start)).h, (end = cubehelix(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
      return function(t) {
        start.h = h(t);
        start.s = s(t);
        start.l = l(Math.pow(t, y2));
        start.opacity = opacity(t);
        return start + "";
      };
    }
    cubehelix3.gamma = cubehelixGamma;
    return cubehelix3;
  })(1);
}
var cubehelix_default = cubehelix2(hue$1);
var cubehelixLong = cubehelix2(nogamma);

// node_modules/d3-scale/src/constant.js
function constants(x2) {
  return function() {
    return x2;
  };
}

// node_modules/d3-scale/src/number.js
function number3(x2) {
  return +x2;
}

// node_modules/d3-scale/src/continuous.js
var unit = [0, 1];
function identity2(x2) {
  return x2;
}
function normalize(a, b) {
  return (b -= a = +a) ? function(x2) {
    return (x2 - a) / b;
  } : constants(isNaN(b) ? NaN : 0.5);
}
function clamper(a, b) {
  var t;
  if (a > b) t = a, a = b, b = t;
  return function(x2) {
    return Math.max(a, Math.min(b, x2));
  };
}
function bimap(domain, range, interpolate) {
  var d0 = domain[0], d1 = domain[1], r0 = range[0], r1 = range[1];
  if (d1 < d0) d0 = normalize(d1, d0), r0 = interpolate(r1, r0);
  else d0 = normalize(d0, d1), r0 = interpolate(r0, r1);
  return function(x2) {
    return r0(d0(x2));
  };
}
function polymap(domain, range, interpolate) {
  var j = Math.min(domain.length, range.length) - 1, d = new Array(j), r = new Array(j), i = -1;
  if (domain[j] < domain[0]) {
    domain = domain.slice().reverse();
    range = range.slice().reverse();
  }
  while (++i < j) {
    d[i] = normalize(domain[i], domain[i + 1]);
    r[i] = interpolate(range[i], range[i + 1]);
  }
  return function(x2) {
    var i2 = bisectRight(domain, x2, 1, j) - 1;
    return r[i2](d[i2](x2));
  };
}
function copy(source, target) {
  return target.domain(source.domain()).range(source.range()).interpolate(source.interpolate()).clamp(source.clamp()).unknown(source.unknown());
}
function transformer() {
  var domain = unit, range = unit, interpolate = value, transform, untransform, unknown, clamp = identity2, piecewise, output, input;
  function rescale() {
    var n = Math.min(domain.length, range.length);
    if (clamp !== identity2) clamp = clamper(domain[0], domain[n - 1]);
    piecewise = n > 2 ? polymap : bimap;
    output = input = null;
    return scale;
  }
  function scale(x2) {
    return x2 == null || isNaN(x2 = +x2) ? unknown : (output || (output = piecewise(domain.map(transform), range, interpolate)))(transform(clamp(x2)));
  }
  scale.invert = function(y2) {
    return clamp(untransform((input || (input = piecewise(range, domain.map(transform), number2)))(y2)));
  };
  scale.domain = function(_) {
    return arguments.length ? (domain = Array.from(_, number3), rescale()) : domain.slice();
  };
  scale.range = function(_) {
    return arguments.length ? (range = Array.from(_), rescale()) : range.slice();
  };
  scale.rangeRound = function(_) {
    return range = Array.from(_), interpolate = round, rescale();
  };
  scale.clamp = function(_) {
    return arguments.length ? (clamp = _ ? true : identity2, rescale()) : clamp !== identity2;
  };
  scale.interpolate = function(_) {
    return arguments.length ? (interpolate = _, rescale()) : interpolate;
  };
  scale.unknown = function(_) {
    return arguments.length ? (unknown = _, scale) : unknown;
  };
  return function(t, u) {
    transform = t, untransform = u;
    return rescale();
  };
}
function continuous() {
  return transformer()(identity2, identity2);
}

// node_modules/d3-format/dist/d3-format.mjs
function formatDecimal(x2) {
  return Math.abs(x2 = Math.round(x2)) >= 1e21 ? x2.toLocaleString("en").replace(/,/g, "") : x2.toString(10);
}
function formatDecimalParts(x2, p) {
  if (!isFinite(x2) || x2 === 0) return null;
  var i = (x2 = p ? x2.toExponential(p - 1) : x2.toExponential()).indexOf("e"), coefficient = x2.slice(0, i);
  return [
    coefficient.length > 1 ? coefficient[0] + coefficient.slice(2) : coefficient,
    +x2.slice(i + 1)
  ];
}
function exponent(x2) {
  return x2 = formatDecimalParts(Math.abs(x2)), x2 ? x2[1] : NaN;
}
function formatGroup(grouping, thousands) {
  return function(value2, width) {
    var i = value2.length, t = [], j = 0, g = grouping[0], length = 0;
    while (i > 0 && g > 0) {
      if (length + g + 1 > width) g = Math.max(1, width - length);
      t.push(value2.substring(i -= g, i + g));
      if ((length += g + 1) > width) break;
      g = grouping[j = (j + 1) % grouping.length];
    }
    return t.reverse().join(thousands);
  };
}
function formatNumerals(numerals) {
  return function(value2) {
    return value2.replace(/[0-9]/g, function(i) {
      return numerals[+i];
    });
  };
}
var re = /^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;
function formatSpecifier(specifier) {
  if (!(match = re.exec(specifier))) throw new Error("invalid format: " + specifier);
  var match;
  return new FormatSpecifier({
    fill: match[1],
    align: match[2],
    sign: match[3],
    symbol: match[4],
    zero: match[5],
    width: match[6],
    comma: match[7],
    precision: match[8] && match[8].slice(1),
    trim: match[9],
    type: match[10]
  });
}
formatSpecifier.prototype = FormatSpecifier.prototype;
function FormatSpecifier(specifier) {
  this.fill = specifier.fill === void 0 ? " " : specifier.fill + "";
  this.align = specifier.align === void 0 ? ">" : specifier.align + "";
  this.sign = specifier.sign === void 0 ? "-" : specifier.sign + "";
  this.symbol = specifier.symbol === void 0 ? "" : specifier.symbol + "";
  this.zero = !!specifier.zero;
  this.width = specifier.width === void 0 ? void 0 : +specifier.width;
  this.comma = !!specifier.comma;
  this.precision = specifier.precision === void 0 ? void 0 : +specifier.precision;
  this.trim = !!specifier.trim;
  this.type = specifier.type === void 0 ? "" : specifier.type + "";
}
FormatSpecifier.prototype.toString = function() {
  return this.fill + this.align + this.sign + this.symbol + (this.zero ? "0" : "") + (this.width === void 0 ? "" : Math.max(1, this.width | 0)) + (this.comma ? "," : "") + (this.precision === void 0 ? "" : "." + Math.max(0, this.precision | 0)) + (this.trim ? "~" : "") + this.type;
};
function formatTrim(s) {
  out: for (var n = s.length, i = 1, i0 = -1, i1; i < n; ++i) {
    switch (s[i]) {
      case ".":
        i0 = i1 = i;
        break;
      case "0":
        if (i0 === 0) i0 = i;
        i1 = i;
        break;
      default:
        if (!+s[i]) break out;
        if (i0 > 0) i0 = 0;
        break;
    }
  }
  return i0 > 0 ? s.slice(0, i0) + s.slice(i1 + 1) : s;
}
var prefixExponent;
function formatPrefixAuto(x2, p) {
  var d = formatDecimalParts(x2, p);
  if (!d) return prefixExponent = void 0, x2.toPrecision(p);
  var coefficient = d[0], exponent2 = d[1], i = exponent2 - (prefixExponent = Math.max(-8, Math.min(8, Math.floor(exponent2 / 3))) * 3) + 1, n = coefficient.length;
  return i === n ? coefficient : i > n ? coefficient + new Array(i - n + 1).join("0") : i > 0 ? coefficient.slice(0, i) + "." + coefficient.slice(i) : "0." + new Array(1 - i).join("0") + formatDecimalParts(x2, Math.max(0, p + i - 1))[0];
}
function formatRounded(x2, p) {
  var d = formatDecimalParts(x2, p);
  if (!d) return x2 + "";
  var coefficient = d[0], exponent2 = d[1];
  return exponent2 < 0 ? "0." + new Array(-exponent2).join("0") + coefficient : coefficient.length > exponent2 + 1 ? coefficient.slice(0, exponent2 + 1) + "." + coefficient.slice(exponent2 + 1) : coefficient + new Array(exponent2 - coefficient.length + 2).join("0");
}
var formatTypes = {
  "%": (x2, p) => (x2 * 100).toFixed(p),
  "b": (x2) => Math.round(x2).toString(2),
  "c": (x2) => x2 + "",
  "d": formatDecimal,
  "e": (x2, p) => x2.toExponential(p),
  "f": (x2, p) => x2.toFixed(p),
  "g": (x2, p) => x2.toPrecision(p),
  "o": (x2) => Math.round(x2).toString(8),
  "p": (x2, p) => formatRounded(x2 * 100, p),
  "r": formatRounded,
  "s": formatPrefixAuto,
  "X": (x2) => Math.round(x2).toString(16).toUpperCase(),
  "x": (x2) => Math.round(x2).toString(16)
};
function identity3(x2) {
  return x2;
}
var map = Array.prototype.map;
var prefixes = ["y", "z", "a", "f", "p", "n", "\xB5", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
function formatLocale(locale2) {
  var group = locale2.grouping === void 0 || locale2.thousands === void 0 ? identity3 : formatGroup(map.call(locale2.grouping, Number), locale2.thousands + ""), currencyPrefix = locale2.currency === void 0 ? "" : locale2.currency[0] + "", currencySuffix = locale2.currency === void 0 ? "" : locale2.currency[1] + "", decimal = locale2.decimal === void 0 ? "." : locale2.decimal + "", numerals = locale2.numerals === void 0 ? identity3 : formatNumerals(map.call(locale2.numerals, String)), percent = locale2.percent === void 0 ? "%" : locale2.percent + "", minus = locale2.minus === void 0 ? "\u2212" : locale2.minus + "", nan = locale2.nan === void 0 ? "NaN" : locale2.nan + "";
  function newFormat(specifier, options) {
    specifier = formatSpecifier(specifier);
    var fill = specifier.fill, align = specifier.align, sign = specifier.sign, symbol = specifier.symbol, zero3 = specifier.zero, width = specifier.width, comma = specifier.comma, precision = specifier.precision, trim = specifier.trim, type = specifier.type;
    if (type === "n") comma = true, type = "g";
    else if (!formatTypes[type]) precision === void 0 && (precision = 12), trim = true, type = "g";
    if (zero3 || fill === "0" && align === "=") zero3 = true, fill = "0", align = "=";
    var prefix = (options && options.prefix !== void 0 ? options.prefix : "") + (symbol === "$" ? currencyPrefix : symbol === "#" && /[boxX]/.test(type) ? "0" + type.toLowerCase() : ""), suffix = (symbol === "$" ? currencySuffix : /[%p]/.test(type) ? percent : "") + (options && options.suffix !== void 0 ? options.suffix : "");
    var formatType = formatTypes[type], maybeSuffix = /[defgprs%]/.test(type);
    precision = precision === void 0 ? 6 : /[gprs]/.test(type) ? Math.max(1, Math.min(21, precision)) : Math.max(0, Math.min(20, precision));
    function format2(value2) {
      var valuePrefix = prefix, valueSuffix = suffix, i, n, c;
      if (type === "c") {
        valueSuffix = formatType(value2) + valueSuffix;
        value2 = "";
      } else {
        value2 = +value2;
        var valueNegative = value2 < 0 || 1 / value2 < 0;
        value2 = isNaN(value2) ? nan : formatType(Math.abs(value2), precision);
        if (trim) value2 = formatTrim(value2);
        if (valueNegative && +value2 === 0 && sign !== "+") valueNegative = false;
        valuePrefix = (valueNegative ? sign === "(" ? sign : minus : sign === "-" || sign === "(" ? "" : sign) + valuePrefix;
        valueSuffix = (type === "s" && !isNaN(value2) && prefixExponent !== void 0 ? prefixes[8 + prefixExponent / 3] : "") + valueSuffix + (valueNegative && sign === "(" ? ")" : "");
        if (maybeSuffix) {
          i = -1, n = value2.length;
          while (++i < n) {
            if (c = value2.charCodeAt(i), 48 > c || c > 57) {
              valueSuffix = (c === 46 ? decimal + value2.slice(i + 1) : value2.slice(i)) + valueSuffix;
              value2 = value2.slice(0, i);
              break;
            }
          }
        }
      }
      if (comma && !zero3) value2 = group(value2, Infinity);
      var length = valuePrefix.length + value2.length + valueSuffix.length, padding = length < width ? new Array(width - length + 1).join(fill) : "";
      if (comma && zero3) value2 = group(padding + value2, padding.length ? width - valueSuffix.length : Infinity), padding = "";
      switch (align) {
        case "<":
          value2 = valuePrefix + value2 + valueSuffix + padding;
          break;
        case "=":
          value2 = valuePrefix + padding + value2 + valueSuffix;
          break;
        case "^":
          value2 = padding.slice(0, length = padding.length >> 1) + valuePrefix + value2 + valueSuffix + padding.slice(length);
          break;
        default:
          value2 = padding + valuePrefix + value2 + valueSuffix;
          break;
      }
      return numerals(value2);
    }
    format2.toString = function() {
      return specifier + "";
    };
    return format2;
  }
  function formatPrefix2(specifier, value2) {
    var e = Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3, k = Math.pow(10, -e), f = newFormat((specifier = formatSpecifier(specifier), specifier.type = "f", specifier), { suffix: prefixes[8 + e / 3] });
    return function(value3) {
      return f(k * value3);
    };
  }
  return {
    format: newFormat,
    formatPrefix: formatPrefix2
  };
}
var locale;
var format;
var formatPrefix;
defaultLocale({
  thousands: ",",
  grouping: [3],
  currency: ["$", ""]
});
function defaultLocale(definition) {
  locale = formatLocale(definition);
  format = locale.format;
  formatPrefix = locale.formatPrefix;
  return locale;
}
function precisionFixed(step) {
  return Math.max(0, -exponent(Math.abs(step)));
}
function precisionPrefix(step, value2) {
  return Math.max(0, Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3 - exponent(Math.abs(step)));
}
function precisionRound(step, max) {
  step = Math.abs(step), max = Math.abs(max) - step;
  return Math.max(0, exponent(max) - exponent(step)) + 1;
}

// node_modules/d3-scale/src/tickFormat.js
function tickFormat(start, stop, count, specifier) {
  var step = tickStep(start, stop, count), precision;
  specifier = formatSpecifier(specifier == null ? ",f" : specifier);
  switch (specifier.type) {
    case "s": {
      var value2 = Math.max(Math.abs(start), Math.abs(stop));
      if (specifier.precision == null && !isNaN(precision = precisionPrefix(step, value2))) specifier.precision = precision;
      return formatPrefix(specifier, value2);
    }
    case "":
    case "e":
    case "g":
    case "p":
    case "r": {
      if (specifier.precision == null && !isNaN(precision = precisionRound(step, Math.max(Math.abs(start), Math.abs(stop))))) specifier.precision = precision - (specifier.type === "e");
      break;
    }
    case "f":
    case "%": {
      if (specifier.precision == null && !isNaN(precision = precisionFixed(step))) specifier.precision = precision - (specifier.type === "%") * 2;
      break;
    }
  }
  return format(specifier);
}

// node_modules/d3-scale/src/linear.js
function linearish(scale) {
  var domain = scale.domain;
  scale.ticks = function(count) {
    var d = domain();
    return ticks(d[0], d[d.length - 1], count == null ? 10 : count);
  };
  scale.tickFormat = function(count, specifier) {
    var d = domain();
    return tickFormat(d[0], d[d.length - 1], count == null ? 10 : count, specifier);
  };
  scale.nice = function(count) {
    if (count == null) count = 10;
    var d = domain();
    var i0 = 0;
    var i1 = d.length - 1;
    var start = d[i0];
    var stop = d[i1];
    var prestep;
    var step;
    var maxIter = 10;
    if (stop < start) {
      step = start, start = stop, stop = step;
      step = i0, i0 = i1, i1 = step;
    }
    while (maxIter-- > 0) {
      step = tickIncrement(start, stop, count);
      if (step === prestep) {
        d[i0] = start;
        d[i1] = stop;
        return domain(d);
      } else if (step > 0) {
        start = Math.floor(start / step) * step;
        stop = Math.ceil(stop / step) * step;
      } else if (step < 0) {
        start = Math.ceil(start * step) / step;
        stop = Math.floor(stop * step) / step;
      } else {
        break;
      }
      prestep = step;
    }
    return scale;
  };
  return scale;
}
function linear2() {
  var scale = continuous();
  scale.copy = function() {
    return copy(scale, linear2());
  };
  initRange.apply(scale, arguments);
  return linearish(scale);
}

// node_modules/d3-scale/src/nice.js
function nice(domain, interval) {
  domain = domain.slice();
  var i0 = 0, i1 = domain.length - 1, x0 = domain[i0], x1 = domain[i1], t;
  if (x1 < x0) {
    t = i0, i0 = i1, i1 = t;
    t = x0, x0 = x1, x1 = t;
  }
  domain[i0] = interval.floor(x0);
  domain[i1] = interval.ceil(x1);
  return domain;
}

// node_modules/d3-scale/src/log.js
function transformLog(x2) {
  return Math.log(x2);
}
function transformExp(x2) {
  return Math.exp(x2);
}
function transformLogn(x2) {
  return -Math.log(-x2);
}
function transformExpn(x2) {
  return -Math.exp(-x2);
}
function pow10(x2) {
  return isFinite(x2) ? +("1e" + x2) : x2 < 0 ? 0 : x2;
}
function powp(base) {
  return base === 10 ? pow10 : base === Math.E ? Math.exp : (x2) => Math.pow(base, x2);
}
function logp(base) {
  return base === Math.E ? Math.log : base === 10 && Math.log10 || base === 2 && Math.log2 || (base = Math.log(base), (x2) => Math.log(x2) / base);
}
function reflect(f) {
  return (x2, k) => -f(-x2, k);
}
function loggish(transform) {
  const scale = transform(transformLog, transformExp);
  const domain = scale.domain;
  let base = 10;
  let logs;
  let pows;
  function rescale() {
    logs = logp(base), pows = powp(base);
    if (domain()[0] < 0) {
      logs = reflect(logs), pows = reflect(pows);
      transform(transformLogn, transformExpn);
    } else {
      transform(transformLog, transformExp);
    }
    return scale;
  }
  scale.base = function(_) {
    return arguments.length ? (base = +_, rescale()) : base;
  };
  scale.domain = function(_) {
    return arguments.length ? (domain(_), rescale()) : domain();
  };
  scale.ticks = (count) => {
    const d = domain();
    let u = d[0];
    let v = d[d.length - 1];
    const r = v < u;
    if (r) [u, v] = [v, u];
    let i = logs(u);
    let j = logs(v);
    let k;
    let t;
    const n = count == null ? 10 : +count;
    let z = [];
    if (!(base % 1) && j - i < n) {
      i = Math.floor(i), j = Math.ceil(j);
      if (u > 0) for (; i <= j; ++i) {
        for (k = 1; k < base; ++k) {
          t = i < 0 ? k / pows(-i) : k * pows(i);
          if (t < u) continue;
          if (t > v) break;
          z.push(t);
        }
      }
      else for (; i <= j; ++i) {
        for (k = base - 1; k >= 1; --k) {
          t = i > 0 ? k / pows(-i) : k * pows(i);
          if (t < u) continue;
          if (t > v) break;
          z.push(t);
        }
      }
      if (z.length * 2 < n) z = ticks(u, v, n);
    } else {
      z = ticks(i, j, Math.min(j - i, n)).map(pows);
    }
    return r ? z.reverse() : z;
  };
  scale.tickFormat = (count, specifier) => {
    if (count == null) count = 10;
    if (specifier == null) specifier = base === 10 ? "s" : ",";
    if (typeof specifier !== "function") {
      if (!(base % 1) && (specifier = formatSpecifier(specifier)).precision == null) specifier.trim = true;
      specifier = format(specifier);
    }
    if (count === Infinity) return specifier;
    const k = Math.max(1, base * count / scale.ticks().length);
    return (d) => {
      let i = d / pows(Math.round(logs(d)));
      if (i * base < base - 0.5) i *= base;
      return i <= k ? specifier(d) : "";
    };
  };
  scale.nice = () => {
    return domain(nice(domain(), {
      floor: (x2) => pows(Math.floor(logs(x2))),
      ceil: (x2) => pows(Math.ceil(logs(x2)))
    }));
  };
  return scale;
}
function log() {
  const scale = loggish(transformer()).domain([1, 10]);
  scale.copy = () => copy(scale, log()).base(scale.base());
  initRange.apply(scale, arguments);
  return scale;
}

// node_modules/d3-shape/src/constant.js
function constant_default(x2) {
  return function constant2() {
    return x2;
  };
}

// node_modules/d3-path/dist/d3-path.mjs
var pi = Math.PI;
var tau = 2 * pi;
var epsilon = 1e-6;
var tauEpsilon = tau - epsilon;
function append(strings) {
  this._ += strings[0];
  for (let i = 1, n = strings.length; i < n; ++i) {
    this._ += arguments[i] + strings[i];
  }
}
function appendRound(digits) {
  let d = Math.floor(digits);
  if (!(d >= 0)) throw new Error(`invalid digits: ${digits}`);
  if (d > 15) return append;
  const k = 10 ** d;
  return function(strings) {
    this._ += strings[0];
    for (let i = 1, n = strings.length; i < n; ++i) {
      this._ += Math.round(arguments[i] * k) / k + strings[i];
    }
  };
}
function equal(x0, y0, x1, y1) {
  return x0 === x1 && y0 === y1;
}
function equalRound(digits) {
  const d = Math.floor(digits);
  if (!(d <= 15)) return equal;
  const k = 10 ** d;
  const r = function(value2) {
    return Math.round(value2 * k);
  };
  return function(x0, y0, x1, y1) {
    return r(x0) === r(x1) && r(y0) === r(y1);
  };
}
var Path = class {
  constructor(digits) {
    this._x0 = this._y0 = // start of current subpath
    this._x1 = this._y1 = null;
    this._ = "";
    this._append = digits == null ? append : appendRound(digits);
    this._equal = digits == null ? equal : equalRound(digits);
  }
  moveTo(x2, y2) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}`;
  }
  closePath() {
    if (this._x1 !== null) {
      this._x1 = this._x0, this._y1 = this._y0;
      this._append`Z`;
    }
  }
  lineTo(x2, y2) {
    this._append`L${this._x1 = +x2},${this._y1 = +y2}`;
  }
  quadraticCurveTo(x1, y1, x2, y2) {
    this._append`Q${+x1},${+y1},${this._x1 = +x2},${this._y1 = +y2}`;
  }
  bezierCurveTo(x1, y1, x2, y2, x3, y3) {
    this._append`C${+x1},${+y1},${+x2},${+y2},${this._x1 = +x3},${this._y1 = +y3}`;
  }
  arcTo(x1, y1, x2, y2, r) {
    x1 = +x1, y1 = +y1, x2 = +x2, y2 = +y2, r = +r;
    if (r < 0) throw new Error(`negative radius: ${r}`);
    let x0 = this._x1, y0 = this._y1, x21 = x2 - x1, y21 = y2 - y1, x01 = x0 - x1, y01 = y0 - y1, l01_2 = x01 * x01 + y01 * y01;
    if (this._x1 === null) {
      this._append`M${this._x1 = x1},${this._y1 = y1}`;
    } else if (!(l01_2 > epsilon)) ;
    else if (!(Math.abs(y01 * x21 - y21 * x01) > epsilon) || !r) {
      this._append`L${this._x1 = x1},${this._y1 = y1}`;
    } else {
      let x20 = x2 - x0, y20 = y2 - y0, l21_2 = x21 * x21 + y21 * y21, l20_2 = x20 * x20 + y20 * y20, l21 = Math.sqrt(l21_2), l01 = Math.sqrt(l01_2), l = r * Math.tan((pi - Math.acos((l21_2 + l01_2 - l20_2) / (2 * l21 * l01))) / 2), t01 = l / l01, t21 = l / l21;
      if (Math.abs(t01 - 1) > epsilon) {
        this._append`L${x1 + t01 * x01},${y1 + t01 * y01}`;
      }
      this._append`A${r},${r},0,0,${+(y01 * x20 > x01 * y20)},${this._x1 = x1 + t21 * x21},${this._y1 = y1 + t21 * y21}`;
    }
  }
  arc(x2, y2, r, a0, a1, ccw) {
    x2 = +x2, y2 = +y2, r = +r, ccw = !!ccw;
    if (r < 0) throw new Error(`negative radius: ${r}`);
    let dx = r * Math.cos(a0), dy = r * Math.sin(a0), x0 = x2 + dx, y0 = y2 + dy, cw = 1 ^ ccw, da = ccw ? a0 - a1 : a1 - a0;
    if (this._x1 === null) {
      this._append`M${x0},${y0}`;
    } else if (Math.abs(this._x1 - x0) > epsilon || Math.abs(this._y1 - y0) > epsilon) {
      this._append`L${x0},${y0}`;
    }
    if (!r) return;
    if (da < 0) da = da % tau + tau;
    if (da > tauEpsilon) {
      this._append`A${r},${r},0,1,${cw},${x2 - dx},${y2 - dy}A${r},${r},0,1,${cw},${this._x1 = x0},${this._y1 = y0}`;
    } else if (da > epsilon) {
      const x1 = x2 + r * Math.cos(a1);
      const y1 = y2 + r * Math.sin(a1);
      if (da >= pi && this._equal(x0, y0, x1, y1)) {
        da /= 2;
        let a00 = a0 + da;
        this._append`A${r},${r},0,${+(da >= pi)},${cw},${x2 + r * Math.cos(a00)},${y2 + r * Math.sin(a00)}`;
      }
      this._append`A${r},${r},0,${+(da >= pi)},${cw},${this._x1 = x1},${this._y1 = y1}`;
    }
  }
  rect(x2, y2, w, h) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}h${w = +w}v${+h}h${-w}Z`;
  }
  toString() {
    return this._;
  }
};
function path() {
  return new Path();
}
path.prototype = Path.prototype;

// node_modules/d3-shape/src/path.js
function withPath(shape) {
  let digits = 3;
  shape.digits = function(_) {
    if (!arguments.length) return digits;
    if (_ == null) {
      digits = null;
    } else {
      const d = Math.floor(_);
      if (!(d >= 0)) throw new RangeError(`invalid digits: ${_}`);
      digits = d;
    }
    return shape;
  };
  return () => new Path(digits);
}

// node_modules/d3-shape/src/array.js
var slice2 = Array.prototype.slice;
function array_default(x2) {
  return typeof x2 === "object" && "length" in x2 ? x2 : Array.from(x2);
}

// node_modules/d3-shape/src/curve/linear.js
function Linear(context) {
  this._context = context;
}
Linear.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
      // falls through
      default:
        this._context.lineTo(x2, y2);
        break;
    }
  }
};
function linear_default(context) {
  return new Linear(context);
}

// node_modules/d3-shape/src/point.js
function x(p) {
  return p[0];
}
function y(p) {
  return p[1];
}

// node_modules/d3-shape/src/line.js
function line_default(x2, y2) {
  var defined = constant_default(true), context = null, curve = linear_default, output = null, path2 = withPath(line);
  x2 = typeof x2 === "function" ? x2 : x2 === void 0 ? x : constant_default(x2);
  y2 = typeof y2 === "function" ? y2 : y2 === void 0 ? y : constant_default(y2);
  function line(data) {
    var i, n = (data = array_default(data)).length, d, defined0 = false, buffer;
    if (context == null) output = curve(buffer = path2());
    for (i = 0; i <= n; ++i) {
      if (!(i < n && defined(d = data[i], i, data)) === defined0) {
        if (defined0 = !defined0) output.lineStart();
        else output.lineEnd();
      }
      if (defined0) output.point(+x2(d, i, data), +y2(d, i, data));
    }
    if (buffer) return output = null, buffer + "" || null;
  }
  line.x = function(_) {
    return arguments.length ? (x2 = typeof _ === "function" ? _ : constant_default(+_), line) : x2;
  };
  line.y = function(_) {
    return arguments.length ? (y2 = typeof _ === "function" ? _ : constant_default(+_), line) : y2;
  };
  line.defined = function(_) {
    return arguments.length ? (defined = typeof _ === "function" ? _ : constant_default(!!_), line) : defined;
  };
  line.curve = function(_) {
    return arguments.length ? (curve = _, context != null && (output = curve(context)), line) : curve;
  };
  line.context = function(_) {
    return arguments.length ? (_ == null ? context = output = null : output = curve(context = _), line) : context;
  };
  return line;
}

// src/report/plots/escape-xml.ts
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeXml(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

// src/report/plots/plot.ts
var MARGIN = { top: 42, right: 14, bottom: 40, left: 54 };
var CHARACTER = 5.5;
var SWATCH = 18;
var LEGEND_GAP = 12;
var LEGEND_LINE = 14;
var DOT = 2.2;
var LARGE_DOT = 3;
function drawPlot(plot) {
  const [width, wanted] = plot.size ?? [360, 260];
  const keys = legend(plot.marks, width - MARGIN.right);
  const top = MARGIN.top + keys.furtherLines * LEGEND_LINE;
  const height = wanted + keys.furtherLines * LEGEND_LINE;
  const x2 = scaleOf(plot.x, [MARGIN.left, width - MARGIN.right]);
  const y2 = scaleOf(plot.y, [height - MARGIN.bottom, top]);
  const frame = { x: x2, y: y2, top, width, height };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(`${plot.title}. ${plot.description}`)}">`,
    `<text class="title" x="${MARGIN.left}" y="16">${escapeXml(plot.title)}</text>`,
    ...axes(plot, frame),
    ...plot.marks.map((mark) => drawMark(mark, frame)),
    ...keys.drawn,
    "</svg>"
  ].join("");
}
var SMALLEST = 1e-300;
var LARGEST = 1e300;
function scaleOf({ scale, domain }, range) {
  const least = scale === "log" ? SMALLEST : -LARGEST;
  const within = (value2) => Number.isNaN(value2) ? 1 : Math.min(Math.max(value2, least), LARGEST);
  const [from, to] = [within(domain[0]), within(domain[1])];
  if (scale === "log") {
    const domain2 = from < to ? [from, to] : [from / 2, from * 2];
    return log(domain2, range).clamp(true);
  }
  return linear2(from < to ? [from, to] : [from - 1, from + 1], range).clamp(true);
}
function axes(plot, { x: x2, y: y2, top, width, height }) {
  const bottom = height - MARGIN.bottom;
  const right = width - MARGIN.right;
  const ticksX = ticksOf(x2, plot.x, Math.max(3, Math.floor(width / 70)));
  const ticksY = ticksOf(y2, plot.y, 5);
  return [
    '<g class="axis">',
    ...ticksX.map(
      ({ at, text }) => `<line class="grid" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"/><text x="${at}" y="${bottom + 14}" text-anchor="middle">${text}</text>`
    ),
    ...ticksY.map(
      ({ at, text }) => `<line class="grid" x1="${MARGIN.left}" x2="${right}" y1="${at}" y2="${at}"/><text x="${MARGIN.left - 5}" y="${px(at + 3.5)}" text-anchor="end">${text}</text>`
    ),
    `<path class="frame" d="M${MARGIN.left},${top}V${bottom}H${right}"/>`,
    `<text class="label" x="${px((MARGIN.left + right) / 2)}" y="${height - 8}" text-anchor="middle">${escapeXml(plot.x.label)}</text>`,
    `<text class="label" transform="translate(12,${px((top + bottom) / 2)}) rotate(-90)" text-anchor="middle">${escapeXml(plot.y.label)}</text>`,
    "</g>"
  ];
}
function ticksOf(scale, { scale: kind, whole }, wanted) {
  if (kind === "linear") {
    const ticks2 = scale.ticks(wanted).filter((tick) => whole !== true || Number.isInteger(tick));
    return ticks2.map((tick) => ({ at: px(scale(tick)), text: short(tick) }));
  }
  const powers = scale.ticks().filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
  const sparse = powers.filter((_, index) => index % Math.ceil(powers.length / wanted) === 0);
  return (powers.length >= 2 ? sparse : thin(scale.ticks(), wanted)).map((tick) => ({
    at: px(scale(tick)),
    text: powers.length >= 2 ? power(tick) : short(tick)
  }));
}
function thin(ticks2, wanted) {
  return ticks2.filter((_, index) => index % Math.ceil(ticks2.length / wanted) === 0);
}
var SUPERSCRIPTS = "\u2070\xB9\xB2\xB3\u2074\u2075\u2076\u2077\u2078\u2079";
function power(value2) {
  const exponent2 = Math.round(Math.log10(value2));
  const digits = [...String(Math.abs(exponent2))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `10${exponent2 < 0 ? "\u207B" : ""}${digits}`;
}
function short(value2) {
  const size = Math.abs(value2);
  return size !== 0 && (size >= 1e5 || size < 1e-3) ? value2.toExponential().replace("e+", "e") : String(Number(value2.toPrecision(4)));
}
function drawMark(mark, { x: x2, y: y2, top, width, height }) {
  const name = `class="${mark.kind} ${mark.role}"`;
  switch (mark.kind) {
    case "points": {
      const radius = mark.role === "data" || mark.role === "baseline" ? DOT : LARGE_DOT;
      const dots = mark.points.map(([a, b]) => `<circle cx="${px(x2(a))}" cy="${px(y2(b))}" r="${radius}"/>`);
      return `<g ${name}>${dots.join("")}</g>`;
    }
    case "line":
      return `<path ${name} d="${lineOf(mark.points, x2, y2)}"/>`;
    case "bars":
      return `<g ${name}>${mark.bars.map((bar) => drawBar(bar, x2, y2)).join("")}</g>`;
    case "vertical":
      return `<line ${name} x1="${px(x2(mark.x))}" x2="${px(x2(mark.x))}" y1="${top}" y2="${height - MARGIN.bottom}"/>`;
    case "horizontal":
      return `<line ${name} x1="${MARGIN.left}" x2="${width - MARGIN.right}" y1="${px(y2(mark.y))}" y2="${px(y2(mark.y))}"/>`;
  }
}
function lineOf(points, x2, y2) {
  const path2 = line_default(
    ([a]) => px(x2(a)),
    ([, b]) => px(y2(b))
  );
  return path2([...points]) ?? "";
}
function drawBar({ from, to, height }, x2, y2) {
  const [left, right, top, bottom] = [x2(from), x2(to), y2(height), y2.range()[0]];
  return `<rect x="${px(left)}" y="${px(top)}" width="${px(Math.max(right - left, 0.5))}" height="${px(bottom - top)}"/>`;
}
function legend(marks, end) {
  let left = MARGIN.left;
  let furtherLines = 0;
  const drawn = marks.flatMap(({ kind, role, label }) => {
    if (label === void 0) return [];
    const length = SWATCH + label.length * CHARACTER;
    if (left > MARGIN.left && left + length > end) {
      left = MARGIN.left;
      furtherLines++;
    }
    const middle = 28 + furtherLines * LEGEND_LINE;
    const swatch = kind === "points" ? `<circle cx="${left + 7}" cy="${middle}" r="3"/>` : kind === "bars" ? `<rect x="${left + 2}" y="${middle - 4}" width="10" height="9"/>` : `<path d="M${left},${middle}h14"/>`;
    const key = `<g class="key ${kind} ${role}">${swatch}<text x="${left + SWATCH}" y="${middle + 4}">${escapeXml(label)}</text></g>`;
    left += length + LEGEND_GAP;
    return [key];
  });
  return { drawn, furtherLines };
}
function px(value2) {
  return Math.round(value2 * 100) / 100;
}

// src/report/html/build-page-data.ts
var MAIN_COLUMNS = [
  "verdict",
  "layer",
  "alpha",
  "sigma",
  "delta",
  "D",
  "trust",
  "N",
  "M",
  "num_evals",
  "reasons"
];
var NO_COLUMNS = /* @__PURE__ */ new Set(["name", "longname", "slice_id", "curves"]);
var DIGITS = 6;
function buildPageModel({ report, before }) {
  const { layers } = report;
  const main = MAIN_COLUMNS.filter(
    (column) => column === "layer" || layers.some((layer) => layer[column] !== null)
  );
  const found = new Set(layers.flatMap((layer) => Object.keys(layer)));
  const others = [...found].filter(
    (column) => !NO_COLUMNS.has(column) && !MAIN_COLUMNS.includes(column)
  );
  const columns = [...main, ...others];
  const earlier = matchBaseline(layers, before?.layers ?? []);
  const order = new Map(layers.map((layer, index) => [layer, index]));
  return {
    name: visibleText(report.model.source),
    columns,
    mainColumns: main.length,
    rows: layers.map((layer) => rowOf(layer, columns, earlier.get(rowName(layer)))),
    worstFirst: [...layers].sort(byAttention).map((layer) => order.get(layer))
  };
}
function rowOf(layer, columns, before) {
  const { curves } = layer;
  return {
    cells: columns.map(
      (column) => column === "layer" ? visibleText(rowName(layer)) : cellOf(layer, column)
    ),
    ...curves !== void 0 && { curves },
    ...before?.curves !== void 0 && { before: plotted(before) }
  };
}
function cellOf(layer, column) {
  const value2 = layer[column];
  if (typeof value2 === "number") return Number(value2.toPrecision(DIGITS));
  if (typeof value2 === "string") return visibleText(value2);
  if (Array.isArray(value2)) return visibleText(value2.join("; "));
  return value2 === null || value2 === void 0 ? null : visibleText(JSON.stringify(value2));
}
function plotted({ alpha, D: D2, xmin, num_pl_spikes, num_evals, curves }) {
  return { alpha, D: D2, xmin, num_pl_spikes, num_evals, curves };
}

// src/report/plots/trend-plot.ts
var MOST_LINES = 8;
var LONGEST_LABEL = 40;
function trendPlot(trend, layers, bounds) {
  const { axis, points } = trend;
  const shown = layers.slice(0, MOST_LINES);
  const alphas = shown.flatMap((layer) => layer.alphas.flatMap((alpha) => alpha ?? []));
  const ats = points.map(({ at }) => at);
  const [from, to] = [ats[0] ?? 0, ats.at(-1) ?? 1];
  return {
    title: `Alpha over ${axis}s`,
    description: `${describe(trend, shown)} Bounds are ${bounds.minAlpha} and ${bounds.maxAlpha}.`,
    x: { label: axis, scale: "linear", domain: [from, to], whole: true },
    y: {
      label: "alpha",
      scale: "linear",
      domain: [Math.min(1, bounds.minAlpha), topOf(alphas, bounds.maxAlpha)]
    },
    marks: [
      { kind: "horizontal", role: "bound", y: bounds.minAlpha },
      { kind: "horizontal", role: "bound", y: bounds.maxAlpha },
      ...shown.flatMap((layer, index) => linesOf(layer, index, ats))
    ],
    size: [760, 320]
  };
}
function linesOf({ name, alphas }, index, ats) {
  const role = `line-${index}`;
  const points = alphas.flatMap((alpha, point) => alpha === null ? [] : [[ats[point], alpha]]);
  return [
    { kind: "line", role, points, label: ending(name) },
    { kind: "points", role, points }
  ];
}
function ending(name) {
  const characters = [...name];
  return characters.length <= LONGEST_LABEL ? name : `\u2026${characters.slice(1 - LONGEST_LABEL).join("")}`;
}
function describe({ axis, points }, layers) {
  const courses = layers.filter(({ first }) => first !== null).map(({ name, first, last }) => `${name} from ${first.toFixed(2)} to ${last.toFixed(2)}`);
  return `Alpha over ${points.length} ${axis}s: ${courses.join(", ")}.`;
}

// src/report/html/trend-sections.ts
var ROWS_SHOWN = 500;
var TrendSections = class {
  data = [];
  /**
   * @param nested whether the section lies in that of a model.
   * @returns what the template shows of a trend.
   */
  add(title, trend, bounds, nested) {
    const index = this.data.length;
    const shown = visible(trend);
    const { axis, points, layers } = shown;
    this.data.push({ trend: shown, bounds });
    return {
      index,
      title,
      nested,
      headline: trendHeadline(shown),
      plot: drawPlot(trendPlot(shown, layers.slice(0, MOST_LINES), bounds)),
      head: trendHead(shown),
      rows: layers.slice(0, ROWS_SHOWN).map((layer) => ({ name: layer.name, cells: trendCells(layer) })),
      rowsCut: Math.max(0, layers.length - ROWS_SHOWN),
      points: points.map((point) => ({ ...point, axis }))
    };
  }
};
function visible({ axis, points, layers }) {
  return {
    axis,
    points: points.map((point) => ({ ...point, name: visibleText(point.name) })),
    layers: layers.map((layer) => ({ ...layer, name: visibleText(layer.name) }))
  };
}

// src/report/html/render-html.ts
var template = import_runtime.default.create().template(page);
function renderHtml(outcomes, series) {
  const view = buildView(outcomes);
  const trends = new TrendSections();
  const seriesSection = series && trends.add("Series of checkpoints", series, boundsOf(reportsOf(outcomes).at(-1)?.settings ?? {}), false);
  const ordered = series === void 0 ? view.models : view.models.toSorted((a, b) => a.index - b.index);
  const models = ordered.map((model) => ({ model, outcome: outcomes[model.index] }));
  const modelSections = models.map(
    ({ model, outcome }, index) => modelOf(model, index, outcome.kind === "report" ? outcome : void 0, trends)
  );
  const data = {
    models: models.map(({ outcome }) => outcome.kind === "report" ? buildPageModel(outcome) : null),
    trends: trends.data
  };
  return template({
    policy: `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`,
    style: STYLE,
    script: SCRIPT,
    data: scriptData(data),
    status: view.status,
    headline: visibleText(view.headline),
    version: view.version,
    series: seriesSection ?? null,
    models: modelSections
  });
}
function modelOf(view, index, outcome, trends) {
  const report = outcome?.report;
  const { status, worst, error, facts, seconds, skipped, skippedCount, changedSettings, untrustedRun } = view;
  return {
    index,
    status,
    name: visibleText(view.name),
    headline: visibleText(view.headline),
    error: visibleText(error ?? ""),
    worst: worst === void 0 ? null : { name: visibleText(worst.name), reasons: visibleText(worst.reasons) },
    untrustedRun: visibleText(untrustedRun ?? ""),
    facts: visibleText([...facts, seconds].join(" \xB7 ")),
    counts: report === void 0 ? [] : countsOf(report),
    changedSettings: changedSettings.map(visibleText),
    plots: report === void 0 ? [] : plotsOf(report),
    history: outcome === void 0 ? null : historySection(outcome, trends),
    skippedCount,
    skipped: skipped.map(({ reason, names }) => ({
      reason: visibleText(reason),
      names: names.map(visibleText).join(", ")
    })),
    analyzed: report !== void 0
  };
}
function historySection({ report, history = [] }, trends) {
  if (history.length === 0) return null;
  const title = `Alpha over the last ${history.length + 1} runs`;
  return trends.add(title, historyTrend(report, history), boundsOf(report.settings), true);
}
function countsOf({ summary: { counts } }) {
  return ["layers", "fail", "inconclusive", "warn", "pass", "skipped"].map((word) => ({
    word,
    count: counts[word]
  }));
}
function plotsOf({ layers, settings }) {
  const bounds = boundsOf(settings);
  return [alphaByDepth(layers, bounds), alphaHistogram(layers, bounds)].map(drawPlot);
}
function scriptData(data) {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
export {
  renderHtml
};
